package dev.apiauth.testkit.idp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person at a browser: authorization code with PKCE (RFC 6749 section 4.1, RFC 7636), through
 * Keycloak's login page, with cookies.
 *
 * <p>The redirect at the end is read, not followed: nobody need listen at {@link #REDIRECT_URI}.
 */
final class BrowserLogin {

  /**
   * Registered for every client; the port of a loopback address is free (RFC 8252, section 7.3).
   */
  static final String REDIRECT_URI = "http://127.0.0.1/callback";

  private static final Pattern FORM_ACTION =
      Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final URI authorizationEndpoint;
  private final HttpClient.Builder clients;

  BrowserLogin(URI authorizationEndpoint, HttpClient.Builder clients) {
    this.authorizationEndpoint = authorizationEndpoint;
    this.clients = clients;
  }

  /** Logs the person in and answers the authorization code. */
  String codeFor(KeycloakClient client, KeycloakPerson person, Pkce pkce) {
    var state = UUID.randomUUID().toString();
    try (var browser = clients.cookieHandler(new LoopbackCookies()).build()) {
      var http = new HttpCalls(browser);
      var page = http.expecting(200, HttpRequest.newBuilder(start(client, pkce, state)).build());
      var redirect = http.expecting(302, submission(page, person));
      return codeIn(location(redirect), state);
    }
  }

  private URI start(KeycloakClient client, Pkce pkce, String state) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", client.clientId());
    query.put("redirect_uri", REDIRECT_URI);
    query.put("scope", "openid");
    query.put("state", state);
    query.put("nonce", UUID.randomUUID().toString());
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return URI.create(authorizationEndpoint + "?" + FormPost.encoded(query));
  }

  private static HttpRequest submission(HttpResponse<String> page, KeycloakPerson person) {
    var form = FORM_ACTION.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("no login form at " + page.uri() + ": " + page.body());
    }
    var action = URI.create(form.group(1).replace("&amp;", "&"));
    return FormPost.to(
        action, Map.of("username", person.username(), "password", person.password()));
  }

  private static URI location(HttpResponse<String> redirect) {
    var location = redirect.headers().firstValue("Location").orElseThrow();
    if (!location.startsWith(REDIRECT_URI + "?")) {
      throw new IllegalStateException("the login leads elsewhere: " + location);
    }
    return URI.create(location);
  }

  private static String codeIn(URI callback, String state) {
    var parameters =
        Stream.of(callback.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    if (!state.equals(parameters.get("state")) || !parameters.containsKey("code")) {
      throw new IllegalStateException("no code for our state: " + callback);
    }
    return parameters.get("code");
  }
}
