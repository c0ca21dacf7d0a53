package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.audit.Redaction;
import dev.apiauth.sidecar.pipeline.Trail;
import dev.apiauth.sidecar.usage.Sighting;
import java.util.Locale;
import java.util.Optional;

/** A request as it is counted in the usage report. */
final class UsageFacts {

  private static final int LONGEST_NAME = 128;

  private UsageFacts() {}

  static Sighting of(Trail trail, AuditLine.Decision decision) {
    AuditLine.Presented presented = PresentedFacts.of(trail);
    return new Sighting(
        decision.verdict().word(),
        decision.reason(),
        presented.credential(),
        Redaction.of(bounded(user(trail, presented))),
        CallerFacts.address(trail),
        trail.target().map(target -> target.pathClass().name().toLowerCase(Locale.ROOT)).orElse(""),
        Redaction.of(
            trail
                .target()
                .map(target -> target.path().encoded())
                .map(Sighting::shortened)
                .orElse("")),
        presented.userAgent());
  }

  /** Whether a password was sent, be it accepted or not. A token in a password's place is none. */
  static boolean isPassword(Trail trail, Optional<Reason> reason) {
    return reason.filter(Sighting::isAboutPasswords).isPresent()
        || trail.route().filter(UsageFacts::takesPassword).isPresent();
  }

  private static boolean takesPassword(Route route) {
    return switch (route) {
      case Route.ToLogin login -> true;
      case Route.ToSessionLogin login -> true;
      case Route.ToProduct(ProductCredential.Password password) -> true;
      default -> false;
    };
  }

  private static String user(Trail trail, AuditLine.Presented presented) {
    return trail.principal().flatMap(Principal::user).orElse(presented.claimedUser());
  }

  private static String bounded(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
