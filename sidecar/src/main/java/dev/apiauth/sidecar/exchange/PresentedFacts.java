package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.pipeline.Trail;
import java.util.Optional;

/** What came with a request, in the words of the audit line, as far as it was looked at. */
final class PresentedFacts {

  private static final int LONGEST_AGENT = 48;

  private PresentedFacts() {}

  static AuditLine.Presented of(Trail trail) {
    return new AuditLine.Presented(
        credential(trail),
        trail.presented().flatMap(presented -> claimed(presented.credential())).orElse(""),
        trail.head().headers().first("User-Agent").map(PresentedFacts::firstWord).orElse(""));
  }

  private static String credential(Trail trail) {
    if (trail.presented().isEmpty()) return "";
    return switch (trail.presented().get().credential()) {
      case Credential.None none -> login(trail);
      case Credential.Bearer bearer -> "bearer";
      case Credential.Basic basic -> "basic";
      case Credential.ApiKey key -> "api_key";
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

  private static Optional<String> claimed(Credential credential) {
    return switch (credential) {
      case Credential.Basic(String username, String password) -> Optional.of(username);
      case Credential.PasswordParameters(String username) -> Optional.of(username);
      case Credential.ConsumerSignature(String consumer, Optional<String> requestor) ->
          Optional.of(consumer);
      default -> Optional.empty();
    };
  }

  /** Up to the first character that no product token has (RFC 9110, section 10.1.5). */
  private static String firstWord(String agent) {
    int end = 0;
    while (end < agent.length() && end < LONGEST_AGENT && isTokenCharacter(agent.charAt(end)))
      end++;
    return agent.substring(0, end);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._/+-".indexOf(c) >= 0;
  }
}
