package dev.apiauth.sidecar.answer;

import static dev.apiauth.policy.outcome.Status.UNAUTHORIZED;

import dev.apiauth.policy.outcome.BearerError;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of {@code WWW-Authenticate} (RFC 6750, section 3; checks B1 to B6).
 *
 * <p>It stands in every 401, and elsewhere only where another token, or the same one sent better,
 * would help.
 */
final class BearerChallenge {

  private final String start;

  BearerChallenge(String realm) {
    this.start = "Bearer realm=\"" + QuotedText.of(realm) + '"';
  }

  /** The challenge that goes with this refusal; empty where none belongs. */
  Optional<String> value(Refusal refusal, RefusedRequest request) {
    return belongsTo(refusal.reason()) ? Optional.of(written(refusal, request)) : Optional.empty();
  }

  private static boolean belongsTo(Reason reason) {
    return reason.status() == UNAUTHORIZED || concernsTheToken(reason);
  }

  /** The reasons beside 401: malformed credentials (B2), and tokens that may not (B4). */
  private static boolean concernsTheToken(Reason reason) {
    return switch (reason) {
      case DUPLICATE_AUTHORIZATION, TWO_CREDENTIALS, MALFORMED_CREDENTIAL, TOKEN_IN_URI -> true;
      case USER_UNMAPPED, APPLICATION_UNMAPPED, USERNAME_REFUSED -> true;
      case API_TOKEN_MISSING -> true;
      case API_TOKEN_ADDRESS_REFUSED, API_TOKEN_OPERATION_REFUSED -> true;
      case API_TOKEN_METHOD_REFUSED, API_TOKEN_PATH_REFUSED -> true;
      case SCOPE_MISSING -> true;
      case GROUPS_UNKNOWN, GROUP_DENIED, GROUP_MISSING, GROUP_READS_ONLY -> true;
      default -> false;
    };
  }

  private String written(Refusal refusal, RefusedRequest request) {
    BearerError error = refusal.reason().bearerError();
    if (error == BearerError.NONE) return start;
    return start
        + ", error=\""
        + error.name().toLowerCase(Locale.ROOT)
        + "\", error_description=\""
        + QuotedText.of(refusal.sentence())
        + '"'
        + scope(refusal.reason(), request.scopes());
  }

  private static String scope(Reason reason, List<String> scopes) {
    if (reason != Reason.SCOPE_MISSING || scopes.isEmpty()) return "";
    return ", scope=\"" + QuotedText.of(String.join(" ", scopes)) + '"';
  }
}
