package dev.apiauth.testkit.idp;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token before it is signed. Every method answers a changed copy, so one draft is the source of
 * many tokens.
 *
 * <p>Nothing is checked: a draft may contradict itself. How a draft becomes a token is said by
 * {@link #sign} and, for what an attacker would send, by {@link #attack}.
 */
public final class TokenDraft {

  private final SigningKey key;
  private final Instant now;
  private final Map<String, @Nullable Object> header;
  private final Map<String, @Nullable Object> claims;

  TokenDraft(
      SigningKey key,
      Instant now,
      Map<String, @Nullable Object> header,
      Map<String, @Nullable Object> claims) {
    this.key = key;
    this.now = now;
    this.header = header;
    this.claims = claims;
  }

  public TokenDraft subject(String subject) {
    return claim("sub", subject);
  }

  public TokenDraft issuer(String issuer) {
    return claim("iss", issuer);
  }

  /** One audience becomes a string, several become an array (RFC 7519, section 4.1.3). */
  public TokenDraft audience(String... audiences) {
    return claim("aud", audiences.length == 1 ? audiences[0] : List.of(audiences));
  }

  /** Ends that long after now; a negative duration makes an expired token. */
  public TokenDraft expiresIn(Duration time) {
    return claim("exp", now.plus(time).getEpochSecond());
  }

  /** Must not be used before that long after now. */
  public TokenDraft notBeforeIn(Duration time) {
    return claim("nbf", now.plus(time).getEpochSecond());
  }

  /** Says to be issued that long after now; usually zero or negative. */
  public TokenDraft issuedIn(Duration time) {
    return claim("iat", now.plus(time).getEpochSecond());
  }

  /** Any claim: a string, number, boolean, list or map; null becomes JSON's null. */
  public TokenDraft claim(String name, @Nullable Object value) {
    return new TokenDraft(key, now, header, with(claims, name, value));
  }

  public TokenDraft withoutClaim(String name) {
    return new TokenDraft(key, now, header, without(claims, name));
  }

  public TokenDraft typ(String typ) {
    return header("typ", typ);
  }

  public TokenDraft kid(String kid) {
    return header("kid", kid);
  }

  public TokenDraft withoutKid() {
    return withoutHeader("kid");
  }

  /** Any member of the header, such as {@code crit}, {@code jku} or {@code b64}. */
  public TokenDraft header(String name, @Nullable Object value) {
    return new TokenDraft(key, now, with(header, name, value), claims);
  }

  public TokenDraft withoutHeader(String name) {
    return new TokenDraft(key, now, without(header, name), claims);
  }

  /** Signs with another key; {@code alg} and {@code kid} stay what they are. */
  public TokenDraft signedBy(SigningKey other) {
    return new TokenDraft(other, now, header, claims);
  }

  /** The token in compact serialisation (RFC 7515, section 7.1). */
  public String sign() {
    return CompactToken.signed(headerJson(), payloadJson(), key);
  }

  /** The ways to a token that honest signing does not offer. */
  public TokenAttack attack() {
    return new TokenAttack(this, key);
  }

  String headerJson() {
    return CompactToken.json(header);
  }

  String payloadJson() {
    return CompactToken.json(claims);
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> members, String name) {
    var changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return changed;
  }
}
