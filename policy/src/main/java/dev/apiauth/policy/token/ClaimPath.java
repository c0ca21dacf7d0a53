package dev.apiauth.policy.token;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a claim stands in a token.
 *
 * <ul>
 *   <li>{@code /realm_access/roles}, with a slash in front, is a JSON Pointer (RFC 6901): exact,
 *       through objects and arrays ({@code /emails/0}).
 *   <li>Anything else is the name of a top-level claim, as it stands: {@code cognito:groups},
 *       {@code https://slack.com/user_id}. Only where the token has no claim of that very name,
 *       dots lead inwards: {@code realm_access.roles}.
 * </ul>
 *
 * @param text as it is written in the resource, 1 to 256 characters
 * @param steps the names to follow, from the top
 */
public record ClaimPath(String text, List<String> steps) {

  private static final int MAX_LENGTH = 256;
  private static final Pattern MALFORMED_ESCAPE = Pattern.compile("~(?![01])");
  private static final Pattern ARRAY_INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

  /** Keeps what {@link #parse} made. */
  public ClaimPath {
    steps = List.copyOf(steps);
  }

  /** Reads a path; empty if it is empty, too long, or a pointer with a stray {@code ~}. */
  public static Optional<ClaimPath> parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return text.startsWith("/")
        ? pointer(text)
        : Optional.of(new ClaimPath(text, steps(text, "\\.")));
  }

  /**
   * The path that {@code text} stands for.
   *
   * @throws IllegalArgumentException if it is none; whoever takes paths from users asks {@link
   *     #parse} first
   */
  public static ClaimPath of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a claim path: " + text));
  }

  /** Whether it leads to the top-level claim of that name, or into it. */
  public boolean leadsInto(String name) {
    return text.equals(name) || steps.getFirst().equals(name);
  }

  /** What stands there in {@code root}. */
  Optional<JsonValue> in(JsonObject root) {
    if (isPointer()) {
      return root.follow(steps);
    }
    return root.get(text).or(() -> steps.size() > 1 ? root.follow(steps) : Optional.empty());
  }

  /** The element that a step means in an array; a step that is no index finds nothing there. */
  static int index(String step) {
    return ARRAY_INDEX.matcher(step).matches() ? Integer.parseInt(step) : -1;
  }

  private boolean isPointer() {
    return text.startsWith("/");
  }

  private static Optional<ClaimPath> pointer(String text) {
    if (MALFORMED_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    var steps = steps(text.substring(1), "/").stream().map(ClaimPath::unescape).toList();
    return Optional.of(new ClaimPath(text, steps));
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static List<String> steps(String text, String separator) {
    return List.of(text.split(separator, -1));
  }

  @Override
  public String toString() {
    return text;
  }
}
