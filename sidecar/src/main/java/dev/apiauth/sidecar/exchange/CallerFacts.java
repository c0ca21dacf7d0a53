package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.pipeline.Trail;
import java.util.Optional;

/** Who asked, in the words of the audit line, as far as the request came. */
final class CallerFacts {

  private CallerFacts() {}

  static AuditLine.Caller of(Trail trail) {
    String address = address(trail);
    return trail
        .principal()
        .map(principal -> of(principal, address))
        .orElseGet(() -> AuditLine.Caller.unknown(address));
  }

  private static AuditLine.Caller of(Principal principal, String address) {
    String user = principal.user().orElse("");
    return switch (principal) {
      case Principal.User known ->
          new AuditLine.Caller(address, "user", user, known.provider(), "");
      case Principal.Application known ->
          new AuditLine.Caller(address, "application", user, known.provider(), known.clientId());
      case Principal.TokenBearer bearer ->
          AuditLine.Caller.bearing(bearer.token().label(), user, address);
      case Principal.ProductUser known ->
          new AuditLine.Caller(
              address, kind(known.credential()), user, "", consumer(known.credential()));
      case Principal.Browser browser -> new AuditLine.Caller(address, "browser", user, "", "");
      case Principal.LoggingIn loggingIn -> new AuditLine.Caller(address, "login", "", "", "");
      case Principal.Anonymous anonymous -> new AuditLine.Caller(address, "anonymous", "", "", "");
      case Principal.HealthProbe probe -> new AuditLine.Caller(address, "health", "", "", "");
    };
  }

  /** The exception by which a password passed, in the words of the audit line's finding. */
  static String exception(Principal principal) {
    return principal
                instanceof
                Principal.ProductUser(
                    ProductCredential.Password(String name, Optional<String> exception),
                    Optional<String> username)
            && exception.isPresent()
        ? "password exception " + exception.get()
        : "";
  }

  private static String kind(ProductCredential credential) {
    return switch (credential) {
      case ProductCredential.PersonalAccessToken token -> "product-token";
      case ProductCredential.OAuth2Token token -> "product-oauth2";
      case ProductCredential.TransferToken token -> "transfer-token";
      case ProductCredential.Password password -> "password";
      case ProductCredential.ApplicationLink link -> "application-link";
    };
  }

  private static String consumer(ProductCredential credential) {
    return credential
            instanceof
            ProductCredential.ApplicationLink(String consumer, Optional<String> requestor)
        ? consumer
        : "";
  }

  static String address(Trail trail) {
    return trail
        .client()
        .map(
            client ->
                client instanceof ClientAddress.Known(IpAddress address)
                    ? address.toString()
                    : "unknown")
        .orElseGet(() -> trail.head().peer().getHostAddress());
  }
}
