package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A token taken apart: well formed, and not yet proven by anything.
 *
 * <p>Only the compact serialisation of a JWS is read (RFC 7515, section 3.1): three segments. A JWE
 * (five), JSON serialisations and unsecured tokens (an empty signature) are refused (J1). An empty
 * payload is a JWS, but never a token: {@link #claims} refuses it.
 */
public final class CompactJws {

  private static final int MAX_HEADER_BYTES = 8 * 1024;

  private final TokenHeader header;
  private final byte[] payload;
  private final byte[] signature;
  private final byte[] signingInput;

  private CompactJws(TokenHeader header, byte[] payload, byte[] signature, byte[] signingInput) {
    this.header = header;
    this.payload = payload;
    this.signature = signature;
    this.signingInput = signingInput;
  }

  /**
   * Takes {@code token} apart.
   *
   * @param maxLength of the whole token, in characters (J20)
   * @return the parts, or {@link Reason#TOKEN_MALFORMED}
   */
  public static Outcome<CompactJws> read(String token, int maxLength) {
    if (token.length() > maxLength) {
      return malformed("J20: longer than " + maxLength + " characters");
    }
    int first = token.indexOf('.');
    int last = token.lastIndexOf('.');
    boolean threeSegments = first != last && token.indexOf('.', first + 1) == last;
    if (!threeSegments || first == 0 || last == token.length() - 1) {
      return malformed("J1: not three segments with a header and a signature");
    }
    return decode(token, first, last);
  }

  private static Outcome<CompactJws> decode(String token, int first, int last) {
    var header = StrictBase64Url.decode(token.substring(0, first));
    var payload = StrictBase64Url.decode(token.substring(first + 1, last));
    var signature = StrictBase64Url.decode(token.substring(last + 1));
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return malformed("J2: a segment is not strict base64url");
    }
    byte[] signingInput = token.substring(0, last).getBytes(StandardCharsets.US_ASCII);
    return header(header.get())
        .then(HeaderRules::check)
        .map(read -> new CompactJws(read, payload.get(), signature.get(), signingInput));
  }

  private static Outcome<JsonObject> header(byte[] bytes) {
    Optional<JsonObject> header =
        bytes.length > MAX_HEADER_BYTES ? Optional.empty() : JsonObject.parse(bytes);
    return header
        .map(Outcome::pass)
        .orElseGet(() -> malformed("J3: the header is not one plain JSON object"));
  }

  /** A refusal as malformed; {@code finding} goes to the audit line only. */
  static <T> Outcome<T> malformed(String finding) {
    return Refusal.of(Reason.TOKEN_MALFORMED).finding(finding).asOutcome();
  }

  public TokenHeader header() {
    return header;
  }

  /** The decoded payload: bytes that somebody sent, until the signature is checked. */
  public byte[] payload() {
    return payload.clone();
  }

  /** The decoded signature. */
  public byte[] signature() {
    return signature.clone();
  }

  /** What is signed: both encoded segments and the dot between them (RFC 7515, section 5.1). */
  public byte[] signingInput() {
    return signingInput.clone();
  }

  /** The payload as claims, or {@link Reason#TOKEN_MALFORMED} (J16). Unproven, like the payload. */
  public Outcome<TokenClaims> claims() {
    return TokenClaims.parse(payload)
        .map(Outcome::pass)
        .orElseGet(() -> malformed("J16: the payload is not one plain JSON object"));
  }

  /**
   * Who the token says it is from: enough to choose its one verifier, never enough to believe it.
   */
  public Optional<String> claimedIssuer() {
    return TokenClaims.parse(payload).flatMap(TokenClaims::issuer);
  }

  /** Nothing of the token: it may be a live credential. */
  @Override
  public String toString() {
    return "CompactJws[" + signingInput.length + " bytes signed]";
  }
}
