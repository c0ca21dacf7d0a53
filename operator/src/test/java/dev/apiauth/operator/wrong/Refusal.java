package dev.apiauth.operator.wrong;

import dev.apiauth.policy.check.Problem;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why the API server refused something.
 *
 * @param complaints what it said of which field
 * @param stopped whether it looked no further, as it does after unknown fields and wrong shapes
 */
record Refusal(List<Complaint> complaints, boolean stopped) {

  private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]*)\"");
  private static final String NO_FIELD = "<nil>";

  /** What is said of one field, which is empty where the whole is meant. */
  record Complaint(String field, String message) {

    /** Whether a file check found the same, in the same words as far as it goes. */
    boolean isThatOf(Problem problem) {
      return field.equals(problem.field()) && message.contains(problem.message());
    }
  }

  static Refusal of(Status status) {
    List<Complaint> unknown =
        UNKNOWN.matcher(status.getMessage()).results().map(Refusal::unknownField).toList();
    if (!unknown.isEmpty()) return new Refusal(unknown, true);
    List<StatusCause> causes = causes(status).toList();
    if (causes.isEmpty()) return new Refusal(List.of(new Complaint("", status.getMessage())), true);
    return new Refusal(
        causes.stream()
            .filter(cause -> !cause.getField().equals(NO_FIELD))
            .map(cause -> new Complaint(cause.getField(), cause.getMessage()))
            .toList(),
        causes.stream().anyMatch(cause -> cause.getField().equals(NO_FIELD)));
  }

  private static Complaint unknownField(MatchResult found) {
    return new Complaint(found.group(1), found.group());
  }

  private static Stream<StatusCause> causes(Status status) {
    return Optional.ofNullable(status.getDetails()).stream()
        .flatMap(details -> details.getCauses().stream());
  }

  /** Whether the problem is said, or may be unsaid because it was looked no further. */
  boolean saysOrLeavesOut(Problem problem) {
    boolean leftOut = stopped && !UNKNOWN.matcher(problem.message()).lookingAt();
    return leftOut || complaints.stream().anyMatch(complaint -> complaint.isThatOf(problem));
  }
}
