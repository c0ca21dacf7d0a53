package dev.apiauth.testkit.idp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of an {@link OidcProviderServer}.
 *
 * @param clientId its name
 * @param authentication how it proves to be itself (OpenID Connect Core, section 9; RFC 8705)
 * @param grants that it may use; none for one that only asks about tokens
 */
public record OidcClient(String clientId, Authentication authentication, List<String> grants) {

  /** By the names of the IANA registry "OAuth Token Endpoint Authentication Methods". */
  public enum Authentication {
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post"),
    PRIVATE_KEY_JWT("private_key_jwt"),
    TLS_CLIENT_AUTH("tls_client_auth"),
    NONE("none");

    private final String registered;

    Authentication(String registered) {
      this.registered = registered;
    }

    boolean byCertificate() {
      return this == TLS_CLIENT_AUTH;
    }

    private boolean bySecret() {
      return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }
  }

  public OidcClient {
    grants = List.copyOf(grants);
  }

  static OidcClient of(String clientId, Authentication authentication, String... grants) {
    return new OidcClient(clientId, authentication, List.of(grants));
  }

  /** The secret of a client that has one, which protects nothing. */
  public String secret() {
    return clientId + "-keeps-this-secret";
  }

  /** The common name of the certificate of a client that presents one. */
  public String commonName() {
    return clientId;
  }

  /** The client's metadata (RFC 7591, section 2). */
  Map<String, @Nullable Object> metadata(SigningKey key) {
    var metadata = new HashMap<String, @Nullable Object>();
    boolean login = grants.contains("authorization_code");
    metadata.put("client_id", clientId);
    metadata.put("token_endpoint_auth_method", authentication.registered);
    metadata.put("grant_types", grants);
    metadata.put("response_types", login ? List.of("code") : List.of());
    metadata.put("redirect_uris", login ? List.of("http://127.0.0.1/callback") : List.of());
    metadata.put("application_type", "native");
    if (authentication.bySecret()) {
      metadata.put("client_secret", secret());
    }
    if (authentication == Authentication.PRIVATE_KEY_JWT) {
      metadata.put("jwks", Map.of("keys", List.of(key.publicJwk().toJSONObject())));
    }
    if (authentication.byCertificate()) {
      metadata.put("tls_client_auth_subject_dn", "CN=" + commonName());
      metadata.put("tls_client_certificate_bound_access_tokens", true);
    }
    return metadata;
  }
}
