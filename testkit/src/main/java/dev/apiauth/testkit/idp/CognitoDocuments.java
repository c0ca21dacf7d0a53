package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What Cognito publishes below a user pool's issuer. */
public final class CognitoDocuments {

  private static final String KEY_SET = "/.well-known/jwks.json";

  private CognitoDocuments() {}

  /** Key set and discovery, by path. */
  public static Map<String, Supplier<String>> of(CognitoPool pool, List<SigningKey> keys) {
    List<JWK> published = keys.stream().map(SigningKey::publicJwk).toList();
    var keySet = new JWKSet(published).toString();
    var discovery = discovery(pool);
    return Map.ofEntries(
        entry(keySetPath(pool), () -> keySet),
        entry("/%s%s".formatted(pool.userPoolId(), StubIssuer.DISCOVERY_PATH), () -> discovery));
  }

  static String keySetPath(CognitoPool pool) {
    return "/" + pool.userPoolId() + KEY_SET;
  }

  /** As for a pool that has a domain for its login pages. */
  private static String discovery(CognitoPool pool) {
    var domain = "https://guide.auth.%s.amazoncognito.com/oauth2".formatted(pool.region());
    return CompactToken.json(
        Map.ofEntries(
            entry("issuer", pool.issuer()),
            entry("jwks_uri", pool.issuer() + KEY_SET),
            entry("authorization_endpoint", domain + "/authorize"),
            entry("token_endpoint", domain + "/token"),
            entry("userinfo_endpoint", domain + "/userInfo"),
            entry("id_token_signing_alg_values_supported", List.of("RS256")),
            entry("response_types_supported", List.of("code", "token")),
            entry("scopes_supported", List.of("openid", "email", "phone", "profile")),
            entry("subject_types_supported", List.of("public")),
            entry(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"))));
  }
}
