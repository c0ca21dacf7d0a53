package dev.apiauth.testkit.product.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a product's own token looks like; scanners and sidecars tell tokens apart by it. */
public enum TokenFormat {

  /**
   * Jira and Confluence: Base64 of a twelve-digit id, a colon and 20 random bytes; 44 characters.
   */
  PERSONAL_ACCESS_TOKEN(""),

  /** Bitbucket: the same 44 characters behind a prefix that says what it is. */
  HTTP_ACCESS_TOKEN("BBDC-"),

  /** Of the product's OAuth 2.0 provider: 64 hexadecimal digits that say nothing. */
  OAUTH_2_ACCESS_TOKEN("") {
    @Override
    String value(String id, byte[] secret) {
      return HexFormat.of().formatHex(secret) + HexFormat.of().formatHex(id.getBytes(US_ASCII));
    }
  };

  private final String prefix;

  TokenFormat(String prefix) {
    this.prefix = prefix;
  }

  /** A value that nobody has, for a token that the product is told to honour. */
  public String anew() {
    var random = new SecureRandom();
    var secret = new byte[20];
    random.nextBytes(secret);
    return value(Long.toString(random.nextLong(100_000_000_000L, 1_000_000_000_000L)), secret);
  }

  /**
   * The value that the holder keeps.
   *
   * @param id twelve digits
   * @param secret 20 bytes
   */
  String value(String id, byte[] secret) {
    byte[] head = (id + ":").getBytes(US_ASCII);
    byte[] raw = new byte[head.length + secret.length];
    System.arraycopy(head, 0, raw, 0, head.length);
    System.arraycopy(secret, 0, raw, head.length, secret.length);
    return prefix + Base64.getEncoder().encodeToString(raw);
  }
}
