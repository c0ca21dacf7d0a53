package dev.apiauth.policy.request;

import java.util.Optional;

/**
 * Where the product's web application is mounted in its Tomcat, for example {@code /confluence}.
 * Compared with case, segment by segment: {@code /confluencex} lies outside.
 */
public final class ContextPath {

  /** The product is mounted at the root. */
  public static final ContextPath ROOT = new ContextPath("");

  /** Empty for the root, else with a slash in front and none at the end. */
  private final String prefix;

  private ContextPath(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Reads a context path as it stands in a policy: empty or {@code /} for the root, else a plain
   * path; a slash at the end is ignored.
   */
  public static Parsed<ContextPath> parse(String text) {
    var prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (prefix.isEmpty()) {
      return Parsed.value(ROOT);
    }
    return PlainPath.isPlain(prefix) && !prefix.endsWith("/")
        ? Parsed.value(new ContextPath(prefix))
        : Parsed.malformed(
            "\"%s\" is no context path: write it as /name, without encodings or dots"
                .formatted(text));
  }

  /** What is left of a decoded path below this context; empty if it lies outside. */
  Optional<String> strip(String decoded) {
    if (prefix.isEmpty()) {
      return Optional.of(decoded);
    }
    if (decoded.equals(prefix)) {
      return Optional.of("/");
    }
    boolean below = decoded.startsWith(prefix) && decoded.charAt(prefix.length()) == '/';
    return below ? Optional.of(decoded.substring(prefix.length())) : Optional.empty();
  }

  /**
   * Empty for the root, else for example {@code /confluence}: what stands before a product path.
   */
  @Override
  public String toString() {
    return prefix;
  }
}
