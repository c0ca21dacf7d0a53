package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.audit.Redaction;
import dev.apiauth.sidecar.pipeline.Trail;
import dev.apiauth.sidecar.usage.Sighting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request as it is counted in the usage report. */
final class UsageFacts {

  private static final int SEGMENTS = 4;
  private static final int LONGEST_NAME = 128;
  private static final Pattern FIRST_WORD = Pattern.compile("[A-Za-z0-9._/+-]{1,48}");
  private static final Set<Reason> ABOUT_PASSWORDS =
      Set.of(
          Reason.PASSWORD_REFUSED, Reason.SESSION_LOGIN_REFUSED, Reason.INTERACTIVE_LOGIN_REFUSED);

  private UsageFacts() {}

  static Sighting of(Trail trail, AuditLine.Decision decision) {
    return new Sighting(
        decision.verdict().word(),
        decision.reason(),
        credential(trail),
        Redaction.of(bounded(user(trail))),
        CallerFacts.address(trail),
        trail.target().map(target -> target.pathClass().name().toLowerCase(Locale.ROOT)).orElse(""),
        Redaction.of(trail.target().map(UsageFacts::path).orElse("")),
        client(trail));
  }

  /** Whether a password was sent, be it accepted or not. A token in a password's place is none. */
  static boolean isPassword(Trail trail, Optional<Reason> reason) {
    return reason.filter(ABOUT_PASSWORDS::contains).isPresent()
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

  private static String credential(Trail trail) {
    if (trail.presented().isEmpty()) return "";
    return switch (trail.presented().get().credential()) {
      case Credential.None none -> login(trail);
      case Credential.Bearer bearer -> "bearer";
      case Credential.Basic basic -> "basic";
      case Credential.PasswordParameters parameters -> "parameters";
      case Credential.ConsumerSignature signature -> "signature";
      case Credential.ConsumerToken token -> "signature";
      default -> "other";
    };
  }

  private static String login(Trail trail) {
    return trail
        .target()
        .map(Target::pathClass)
        .map(
            pathClass ->
                switch (pathClass) {
                  case SESSION_LOGIN -> "session_login";
                  case LOGIN -> "login_page";
                  default -> "none";
                })
        .orElse("none");
  }

  private static String user(Trail trail) {
    return trail
        .principal()
        .flatMap(Principal::user)
        .or(() -> trail.presented().flatMap(presented -> claimed(presented.credential())))
        .orElse("");
  }

  private static Optional<String> claimed(Credential credential) {
    return switch (credential) {
      case Credential.Basic(String username, String password) -> Optional.of(username);
      case Credential.PasswordParameters(String username) -> Optional.of(username);
      case Credential.ConsumerSignature(String consumer, Optional<String> requestor) ->
          Optional.of(consumer);
      default -> Optional.empty();
    };
  }

  private static String bounded(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** Its first segments: issue keys and ids behind them would make a row of every request. */
  private static String path(Target target) {
    String[] segments = target.path().encoded().split("/", -1);
    if (segments.length <= SEGMENTS + 1) return target.path().encoded();
    return Arrays.stream(segments).limit(SEGMENTS + 1).collect(Collectors.joining("/")) + "/...";
  }

  private static String client(Trail trail) {
    return trail
        .head()
        .headers()
        .first("User-Agent")
        .map(agent -> agent.split(" ", 2)[0])
        .filter(word -> FIRST_WORD.matcher(word).matches())
        .map(Redaction::of)
        .orElse("");
  }
}
