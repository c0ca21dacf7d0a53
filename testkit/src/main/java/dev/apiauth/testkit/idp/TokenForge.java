package dev.apiauth.testkit.idp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes tokens of one issuer: good ones to begin with, bad ones by changing a draft.
 *
 * <pre>{@code
 * forge.accessToken().subject("alice").audience("jira").expiresIn(Duration.ofMinutes(5)).sign()
 * }</pre>
 *
 * @param issuer the {@code iss} of every token
 * @param key signs unless a draft names another one
 * @param clock from which {@code iat} and {@code exp} are counted
 */
public record TokenForge(String issuer, SigningKey key, InstantSource clock) {

  private static final Duration LIFESPAN = Duration.ofMinutes(5);

  /** On the system's clock. */
  public TokenForge(String issuer, SigningKey key) {
    this(issuer, key, InstantSource.system());
  }

  /**
   * An access token as RFC 9068 writes it: {@code typ: at+jwt}, subject {@code alice}, audience
   * {@code jira}, client {@code guide}, five minutes.
   */
  public TokenDraft accessToken() {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("client_id", "guide");
    claims.put("jti", UUID.randomUUID().toString());
    return draft("at+jwt", claims).audience("jira");
  }

  /**
   * An access token as Keycloak writes it (4-providers 4.2): header {@code typ: JWT}, payload
   * {@code typ: Bearer}, {@code azp}, {@code preferred_username} and {@code groups}.
   */
  public TokenDraft keycloakAccessToken(String username, String... groups) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("jti", "onrtac:" + UUID.randomUUID());
    claims.put("typ", "Bearer");
    claims.put("azp", "guide");
    claims.put("preferred_username", username);
    claims.put("groups", List.of(groups));
    return draft("JWT", claims).audience("jira");
  }

  /**
   * An ID token (OpenID Connect Core, section 2), which must never open an API (A9): its audience
   * is the client, and it carries {@code nonce} and {@code at_hash}.
   */
  public TokenDraft idToken() {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("nonce", UUID.randomUUID().toString());
    claims.put("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");
    claims.put("preferred_username", "alice");
    return draft("JWT", claims).audience("guide");
  }

  /**
   * A token without habits: {@code alg} and {@code kid} in the header, {@code iss}, {@code iat} and
   * {@code exp} (an hour) as claims, all else is the caller's.
   */
  public TokenDraft plainToken() {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", key.algorithm());
    header.put("kid", key.kid());
    return new TokenDraft(key, clock.instant(), header, new LinkedHashMap<>())
        .issuer(issuer)
        .issuedIn(Duration.ZERO)
        .expiresIn(Duration.ofHours(1));
  }

  /** The same issuer and clock with another key. */
  public TokenForge with(SigningKey other) {
    return new TokenForge(issuer, other, clock);
  }

  private TokenDraft draft(String typ, Map<String, Object> claims) {
    var header = new LinkedHashMap<String, Object>();
    header.put("typ", typ);
    header.put("alg", key.algorithm());
    header.put("kid", key.kid());
    return new TokenDraft(key, clock.instant(), header, claims)
        .issuer(issuer)
        .subject("alice")
        .issuedIn(Duration.ZERO)
        .expiresIn(LIFESPAN);
  }
}
