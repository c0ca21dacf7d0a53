package dev.apiauth.cli.provider;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.TokenClaims;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A person logs in with a browser: authorization code with PKCE on a loopback port. */
final class CodeLogin {

  private static final int LONGEST = 65_536;

  private final LoginOptions options;
  private final ProviderMetadata metadata;
  private final ProviderHttp http;
  private final PrintWriter toPerson;
  private final SecureRandom random = new SecureRandom();
  private final Pkce pkce = Pkce.random(random);
  private final String state = Pkce.text(random);
  private final String nonce = Pkce.text(random);

  CodeLogin(
      LoginOptions options, ProviderMetadata metadata, ProviderHttp http, PrintWriter toPerson) {
    this.options = options;
    this.metadata = metadata;
    this.http = http;
    this.toPerson = toPerson;
  }

  LoginOutcome run() {
    try (var callback = Callback.listen(options.port())) {
      toPerson.println("Log in at this address with a browser of this machine:");
      toPerson.println(address(callback.uri()));
      toPerson.flush();
      return callback
          .await(options.patience())
          .map(parameters -> back(parameters, callback.uri()))
          .orElseGet(() -> new LoginOutcome.Unanswered("nobody came back from the login in time"));
    }
  }

  private String address(String redirect) {
    var query = new LinkedHashMap<>(options.parameters());
    query.put("response_type", "code");
    query.put("client_id", options.client().id());
    query.put("redirect_uri", redirect);
    query.put("scope", options.scope().orElse("openid"));
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    String endpoint = options.authorizationEndpoint(metadata);
    return endpoint + (endpoint.contains("?") ? "&" : "?") + ProviderHttp.encoded(query);
  }

  private LoginOutcome back(Map<String, String> parameters, String redirect) {
    if (!state.equals(parameters.get("state"))) {
      return new LoginOutcome.Refused(
          "the browser came back with another state: somebody else's login, which is dropped");
    }
    String code = parameters.get("code");
    if (code == null) {
      return new LoginOutcome.Refused(
          "the provider sent the browser back with %s %s"
              .formatted(
                  parameters.getOrDefault("error", "no code"),
                  parameters.getOrDefault("error_description", "")));
    }
    return checked(redeemed(code, redirect));
  }

  private LoginOutcome redeemed(String code, String redirect) {
    return new TokenEndpoint(options.tokenEndpoint(metadata), options.client(), http)
        .request(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect,
                "code_verifier",
                pkce.verifier()));
  }

  /** An ID token that came straight from the provider is of this very login (OIDC, 3.1.3.7). */
  private LoginOutcome checked(LoginOutcome outcome) {
    if (!(outcome instanceof LoginOutcome.Tokens(String token, Optional<String> idToken))
        || idToken.isEmpty()) {
      return outcome;
    }
    boolean ours =
        CompactJws.read(idToken.get(), LONGEST).then(CompactJws::claims)
                instanceof Outcome.Pass<TokenClaims>(TokenClaims claims)
            && claims.string("nonce").filter(nonce::equals).isPresent();
    return ours
        ? outcome
        : new LoginOutcome.Refused("the ID token has another nonce: it is of another login");
  }
}
