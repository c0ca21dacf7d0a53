package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.decide.ApiToken;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What each step found, in a sentence without its full stop and without secrets. */
final class Narrative {

  private Narrative() {}

  static String path(Target target) {
    return "%s, class %s, a %s"
        .formatted(
            target.below(), word(target.pathClass().name()), word(target.operation().name()));
  }

  static String credential(Presented presented) {
    String credential =
        switch (presented.credential()) {
          case Credential.None none -> "no API credential";
          case Credential.Bearer bearer -> "a bearer token";
          case Credential.Basic(String username, String password) ->
              "Basic, user %s".formatted(username);
          case Credential.ApiKey key -> "an API token in a header of its own";
          case Credential.PasswordParameters(String username) ->
              "os_username %s and os_password".formatted(username);
          case Credential.ConsumerSignature(String key, Optional<String> requestor) ->
              "OAuth 1.0a, consumer %s".formatted(key);
          case Credential.ConsumerToken token -> "a JWT of another application";
          case Credential.UnknownScheme(String scheme) -> "the unknown scheme " + scheme;
        };
    int cookies = presented.cookies().pairs().size();
    return cookies == 0 ? credential : "%s; session cookies: %d".formatted(credential, cookies);
  }

  static String address(ClientAddress client) {
    return switch (client) {
      case ClientAddress.Known(IpAddress address) -> address.toString();
      case ClientAddress.Unknown(String why) -> "unknown: " + why;
    };
  }

  static String route(Route route) {
    return switch (route) {
      case Route.Nowhere nowhere -> "nothing to verify";
      case Route.ToLogin login -> "the product's login page";
      case Route.ToSessionLogin login -> "the product's session login";
      case Route.ToProvider(String provider, String token) -> "provider " + provider;
      case Route.ToApiTokens tokens -> "the API tokens of this service";
      case Route.ToProduct(ProductCredential credential) ->
          "the product: its own " + kind(credential);
    };
  }

  static String caller(Principal principal) {
    return switch (principal) {
      case Principal.User(String username, String provider, Optional<Set<String>> groups) ->
          "user %s by provider %s, %s".formatted(username, provider, groups(groups));
      case Principal.Application(
              String clientId,
              String username,
              String provider,
              Optional<Set<String>> groups) ->
          "application %s by provider %s as user %s, %s"
              .formatted(clientId, provider, username, groups(groups));
      case Principal.TokenBearer(ApiToken token) ->
          "user %s by API token %s, %s"
              .formatted(token.username(), token.label(), groups(token.groups()));
      case Principal.ProductUser(ProductCredential credential, Optional<String> username) ->
          "%s by the product's own %s".formatted(user(username), kind(credential));
      case Principal.Browser(Optional<String> username) -> user(username) + " in a browser";
      case Principal.LoggingIn loggingIn -> "somebody who logs in";
      case Principal.Anonymous anonymous -> "nobody in particular";
      case Principal.HealthProbe probe -> "a health check";
    };
  }

  static String identity(UpstreamIdentity identity) {
    return switch (identity) {
      case UpstreamIdentity.Nobody nobody -> "neither credential nor cookies";
      case UpstreamIdentity.Cookies cookies -> "the browser's cookies";
      case UpstreamIdentity.OwnCredential own -> "the caller's own credential, without cookies";
      case UpstreamIdentity.OwnPassword own -> "the caller's own password";
      case UpstreamIdentity.AsItCame all -> "everything as it came";
      case UpstreamIdentity.AsItCameWithoutToken all -> "everything as it came but the token";
      case UpstreamIdentity.Login login -> "everything as it came, for the login";
      case UpstreamIdentity.BoundToken(String token, String username) ->
          "the personal access token of " + username;
    };
  }

  private static String user(Optional<String> username) {
    return username.map(name -> "user " + name).orElse("somebody");
  }

  private static String groups(Optional<Set<String>> groups) {
    return groups
        .map(
            names ->
                names.isEmpty()
                    ? "in no group"
                    : "groups " + names.stream().sorted().collect(Collectors.joining(", ")))
        .orElse("groups not told");
  }

  private static String kind(ProductCredential credential) {
    return switch (credential) {
      case ProductCredential.PersonalAccessToken token -> "personal access token";
      case ProductCredential.OAuth2Token token -> "OAuth 2.0 token";
      case ProductCredential.TransferToken token -> "token for one Git LFS object";
      case ProductCredential.Password password -> "password";
      case ProductCredential.ApplicationLink(String consumer, Optional<String> requestor) ->
          "application link %s".formatted(consumer);
    };
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
