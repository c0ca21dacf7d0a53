package dev.apiauth.sidecar.usage;

import dev.apiauth.policy.document.UsageReport.UsageRow;
import dev.apiauth.policy.outcome.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes requests alike in the report; the components mean what they mean in {@link UsageRow}.
 */
public record Sighting(
    String decision,
    String reason,
    String credential,
    String user,
    String address,
    String pathClass,
    String path,
    String client) {

  private static final int SEGMENTS = 4;
  private static final Set<Reason> ABOUT_PASSWORDS =
      Set.of(
          Reason.PASSWORD_REFUSED, Reason.SESSION_LOGIN_REFUSED, Reason.INTERACTIVE_LOGIN_REFUSED);
  private static final Set<String> CODES_ABOUT_PASSWORDS =
      ABOUT_PASSWORDS.stream().map(Reason::code).collect(Collectors.toUnmodifiableSet());

  /** Whether that reason is given to a password alone. */
  public static boolean isAboutPasswords(Reason reason) {
    return ABOUT_PASSWORDS.contains(reason);
  }

  /** The same of a reason's code. */
  public static boolean isAboutPasswords(String code) {
    return CODES_ABOUT_PASSWORDS.contains(code);
  }

  /** Its first segments: issue keys and ids behind them would make a row of every request. */
  public static String shortened(String path) {
    String[] segments = path.split("/", -1);
    if (segments.length <= SEGMENTS + 1) return path;
    return Arrays.stream(segments).limit(SEGMENTS + 1).collect(Collectors.joining("/")) + "/...";
  }

  UsageRow row(long count, Instant first, Instant last) {
    return new UsageRow(
        decision,
        reason,
        credential,
        user,
        address,
        pathClass,
        path,
        client,
        count,
        first.toString(),
        last.toString());
  }
}
