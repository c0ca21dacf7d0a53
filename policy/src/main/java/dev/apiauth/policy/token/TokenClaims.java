package dev.apiauth.policy.token;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a token (RFC 7519, section 4): what its issuer said. Immutable. Whether the issuer
 * really said it is not known from this type; the sidecar's verified token carries it.
 */
public final class TokenClaims {

  private final JsonObject claims;

  private TokenClaims(JsonObject claims) {
    this.claims = claims;
  }

  /** Reads a payload; empty if it is not one JSON object, in UTF-8, without a claim twice (J16). */
  public static Optional<TokenClaims> parse(byte[] payload) {
    return JsonObject.parse(payload).map(TokenClaims::new);
  }

  /**
   * What a provider answered about {@code token}, taken as its claims. The token itself, which some
   * repeat (GitHub), is left out: it is not to be kept (O3).
   */
  public static TokenClaims answered(JsonObject answer, String token) {
    return new TokenClaims(answer.withoutMembersThatAre(token));
  }

  /** These claims with another one, in place of one of that name: what a look-up found. */
  public TokenClaims with(String name, JsonValue value) {
    return new TokenClaims(claims.with(name, value));
  }

  /** The {@code iss} claim, if it is a string. */
  public Optional<String> issuer() {
    return claims.string("iss");
  }

  /** Whether there is a top-level claim of that name, whatever its value. */
  public boolean has(String name) {
    return claims.has(name);
  }

  /** What stands at {@code path}. */
  public Optional<JsonValue> at(ClaimPath path) {
    return path.in(claims);
  }

  /** The string at {@code path}; empty if there is none or something else. */
  public Optional<String> string(ClaimPath path) {
    return at(path).flatMap(JsonValue::string);
  }

  /** The top-level string claim of that name; empty if there is none or something else. */
  public Optional<String> string(String name) {
    return claims.string(name);
  }

  /** The top-level claim of that name. */
  public Optional<JsonValue> get(String name) {
    return claims.get(name);
  }

  /** The number at {@code path}; empty if there is none or something else. */
  public Optional<BigDecimal> number(ClaimPath path) {
    return at(path).flatMap(JsonValue::number);
  }

  /** The array of strings at {@code path}; empty if there is none or something else. */
  public Optional<List<String>> strings(ClaimPath path) {
    return at(path).flatMap(JsonValue::strings);
  }

  /** How many characters the claims take as JSON: what they weigh. */
  public int length() {
    return claims.asValue().node().toString().length();
  }

  /**
   * All claims as a JSON object, for whoever holds the token and asks what it says. Personal data:
   * never for a log.
   */
  public String reveal() {
    return claims.asValue().node().toString();
  }

  /** The number of claims only: claims are personal data and stay out of logs. */
  @Override
  public String toString() {
    return "TokenClaims[" + claims.size() + " claims]";
  }
}
