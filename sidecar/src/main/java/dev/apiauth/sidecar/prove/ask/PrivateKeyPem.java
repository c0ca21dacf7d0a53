package dev.apiauth.sidecar.prove.ask;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a private key (RFC 7468, section 10). */
final class PrivateKeyPem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private PrivateKeyPem() {}

  /** The first key in the text, of RSA or EC; empty if there is none. */
  static Optional<PrivateKey> read(String pem) {
    return BLOCK
        .matcher(pem)
        .results()
        .findFirst()
        .flatMap(block -> decoded(block.group(1)))
        .flatMap(
            der -> Stream.of("RSA", "EC").flatMap(kind -> key(kind, der).stream()).findFirst());
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> key(String kind, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
