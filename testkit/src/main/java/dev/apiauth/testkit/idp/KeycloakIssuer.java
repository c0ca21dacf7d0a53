package dev.apiauth.testkit.idp;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Supplier;

/**
 * One realm of a running Keycloak, which is one issuer: its addresses and tokens for its people.
 */
public final class KeycloakIssuer {

  /** The client of the guide, which people's tokens come from unless another is named. */
  public static final String GUIDE = "guide";

  private final KeycloakRealm realm;
  private final String issuer;
  private final TokenEndpoint tokens;
  private final Supplier<HttpClient.Builder> browsers;
  private final KeycloakAdmin admin;

  KeycloakIssuer(KeycloakRealm realm, KeycloakEndpoint endpoint, HttpCalls http) {
    this.realm = realm;
    this.issuer = endpoint.origin() + "/realms/" + realm.name();
    this.tokens = new TokenEndpoint(protocol("token"), http);
    this.browsers = endpoint::client;
    this.admin = new KeycloakAdmin(endpoint.origin(), http);
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return issuer;
  }

  public String discoveryUri() {
    return issuer + "/.well-known/openid-configuration";
  }

  public String jwksUri() {
    return protocol("certs").toString();
  }

  /** Where clients ask about tokens (RFC 7662). */
  public String introspectionUri() {
    return protocol("token/introspect").toString();
  }

  /** What was imported: who there is, with their passwords and secrets. */
  public KeycloakRealm realm() {
    return realm;
  }

  /** An access token of that person for client {@link #GUIDE}, by the password grant. */
  public String tokenOf(String username) {
    return tokenOf(username, GUIDE);
  }

  /** An access token of that person for that client, by the password grant. */
  public String tokenOf(String username, String clientId) {
    return login(username, clientId).accessToken();
  }

  /** An ID token of that person for client {@link #GUIDE}. */
  public String idTokenOf(String username) {
    return login(username, GUIDE).idToken().orElseThrow();
  }

  /** All tokens of one login by the password grant. */
  public IssuedTokens login(String username, String clientId) {
    return tokens.password(realm.client(clientId), realm.person(username));
  }

  /** An access token of that person for client {@link #GUIDE}, through the login page with PKCE. */
  public String tokenByAuthorizationCode(String username) {
    return loginByAuthorizationCode(username).accessToken();
  }

  /** All tokens of one login for client {@link #GUIDE}, through the login page with PKCE. */
  public IssuedTokens loginByAuthorizationCode(String username) {
    var client = realm.client(GUIDE);
    var pkce = Pkce.random();
    var login = new BrowserLogin(protocol("auth"), browsers.get());
    return tokens.authorizationCode(
        client, login.codeFor(client, realm.person(username), pkce), pkce);
  }

  /** An access token of an application on its own behalf (client credentials). */
  public String tokenOfClient(String clientId) {
    return tokens.clientCredentials(realm.client(clientId)).accessToken();
  }

  /** Signs with a new key from now on; the old ones stay in the key set. */
  public void rotateKeys() {
    admin.addSigningKey(realm.name());
  }

  /** Leaves only the key that signs now in the key set. */
  public void retireOldKeys() {
    admin.removeOldSigningKeys(realm.name());
  }

  private URI protocol(String endpoint) {
    return URI.create(issuer + "/protocol/openid-connect/" + endpoint);
  }
}
