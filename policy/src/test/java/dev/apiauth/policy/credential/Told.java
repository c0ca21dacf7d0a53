package dev.apiauth.policy.credential;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import java.util.Optional;

/** What was found, in words for a table: secret parts included, which {@code toString} hides. */
final class Told {

  private Told() {}

  static String credential(Outcome<Credential> outcome) {
    return switch (outcome) {
      case Outcome.Pass<Credential>(Credential credential) -> of(credential);
      case Outcome.Refused<Credential>(Refusal refusal) -> refusal.reason().code();
    };
  }

  static String route(Outcome<Route> outcome) {
    return switch (outcome) {
      case Outcome.Pass<Route>(Route route) -> of(route);
      case Outcome.Refused<Route>(Refusal refusal) -> refusal.reason().code();
    };
  }

  private static String of(Credential credential) {
    return switch (credential) {
      case Credential.None none -> "none";
      case Credential.Bearer(String token) -> "bearer " + token;
      case Credential.Basic(String username, String password) ->
          "basic %s:%s".formatted(username, password);
      case Credential.ApiKey(String token) -> "api key " + token;
      case Credential.PasswordParameters(String username) -> "parameters of " + named(username);
      case Credential.ConsumerSignature(String consumer, Optional<String> requestor) ->
          "signed by " + named(consumer) + requestor.map(user -> " for " + user).orElse("");
      case Credential.ConsumerToken(String token) -> "consumer token " + token;
      case Credential.UnknownScheme(String scheme) -> "unknown " + scheme;
    };
  }

  private static String named(String name) {
    return name.isEmpty() ? "nobody" : name;
  }

  private static String of(Route route) {
    return switch (route) {
      case Route.Nowhere nowhere -> "nowhere";
      case Route.ToLogin login -> "login page";
      case Route.ToSessionLogin login -> "session login";
      case Route.ToProvider(String provider, String token) -> "provider " + provider;
      case Route.ToApiTokens tokens -> "api tokens";
      case Route.ToProduct(ProductCredential.PersonalAccessToken token) -> "product: its token";
      case Route.ToProduct(ProductCredential.OAuth2Token token) -> "product: its OAuth2";
      case Route.ToProduct(ProductCredential.TransferToken token) -> "product: its transfer token";
      case Route.ToProduct(
              ProductCredential.Password(String username, Optional<String> exception)) ->
          "product: password of " + username + exception.map(name -> " by " + name).orElse("");
      case Route.ToProduct(
              ProductCredential.ApplicationLink(String consumer, Optional<String> requestor)) ->
          "product: link of " + consumer + requestor.map(user -> " for " + user).orElse("");
    };
  }
}
