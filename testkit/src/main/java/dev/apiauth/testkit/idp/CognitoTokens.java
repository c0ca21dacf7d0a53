package dev.apiauth.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens with the members that Cognito documents ("Understanding the access token", "Understanding
 * the identity token", "Client credentials grants"), in drafts that a test may change.
 *
 * <p>The header has {@code kid} and {@code alg} and no {@code typ}. Access tokens have no {@code
 * aud}; what they are for is said by {@code client_id} and {@code token_use}.
 */
public final class CognitoTokens {

  private static final Duration LIFESPAN = Duration.ofHours(1);

  private final CognitoPool pool;
  private final SigningKey accessKey;
  private final SigningKey idKey;
  private final InstantSource clock;

  /** Signs access and ID tokens with a key each, as Cognito does; the clock dates them. */
  public CognitoTokens(
      CognitoPool pool, SigningKey accessKey, SigningKey idKey, InstantSource clock) {
    this.pool = pool;
    this.accessKey = accessKey;
    this.idKey = idKey;
    this.clock = clock;
  }

  /** An access token of a person; without groups there is no {@code cognito:groups} at all. */
  public TokenDraft accessToken(String username, String... groups) {
    var claims = personal(username, "access", groups);
    claims.put("version", 2);
    claims.put("client_id", pool.clientId());
    claims.put("scope", "openid profile");
    claims.put("username", username);
    return draft(accessKey, claims);
  }

  /** An ID token of a person: it has {@code aud} and {@code cognito:username} instead. */
  public TokenDraft idToken(String username, String... groups) {
    var claims = personal(username, "id", groups);
    claims.put("aud", pool.clientId());
    claims.put("cognito:username", username);
    claims.put("email", username + "@example.com");
    claims.put("email_verified", true);
    return draft(idKey, claims);
  }

  /**
   * A token of an application (client credentials): subject and client are one, there is no user
   * name, and scopes are those of a resource server, such as {@code jira/read}.
   */
  public TokenDraft applicationToken(String clientId, String... scopes) {
    var claims = common("access");
    claims.put("sub", clientId);
    claims.put("scope", String.join(" ", scopes));
    claims.put("version", 2);
    claims.put("client_id", clientId);
    return draft(accessKey, claims);
  }

  private Map<String, @Nullable Object> personal(String username, String use, String... groups) {
    var claims = common(use);
    claims.put("sub", UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("origin_jti", UUID.randomUUID().toString());
    claims.put("event_id", UUID.randomUUID().toString());
    if (groups.length > 0) {
      claims.put("cognito:groups", List.of(groups));
    }
    return claims;
  }

  private Map<String, @Nullable Object> common(String use) {
    var claims = new LinkedHashMap<String, @Nullable Object>();
    claims.put("iss", pool.issuer());
    claims.put("token_use", use);
    claims.put("auth_time", now().getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  private TokenDraft draft(SigningKey key, Map<String, @Nullable Object> claims) {
    var header = new LinkedHashMap<String, @Nullable Object>();
    header.put("kid", key.kid());
    header.put("alg", key.algorithm());
    return new TokenDraft(key, now(), header, claims).issuedIn(Duration.ZERO).expiresIn(LIFESPAN);
  }

  private Instant now() {
    return clock.instant();
  }
}
