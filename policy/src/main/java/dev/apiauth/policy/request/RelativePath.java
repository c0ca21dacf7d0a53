package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;

/**
 * A canonical path below the product's context path, before the product's own rewriting.
 *
 * @param value decoded, with a slash in front
 */
public record RelativePath(String value) {

  private static final String REWRITE_PREFIX = "/s/";
  private static final String REWRITE_MARK = "/_/";

  /**
   * The path that the product serves in the end: the tail of {@code /s/<anything>/_/<tail>}, which
   * Atlassian's static-resource rewrite forwards to, whatever the tail is; this path where there is
   * no rewrite.
   *
   * <p>The rewrite is greedy, its last {@code /_/} counts: the tail holds no further one, so one
   * step is all there is. The product takes the tail as an undecoded path once more; a tail that
   * would change by that, or that names what Tomcat hides ({@code WEB-INF}; CVE-2021-26085,
   * CVE-2019-8442), is refused with {@link Reason#AMBIGUOUS_PATH}.
   */
  public Outcome<ProductPath> innermost() {
    int mark = value.lastIndexOf(REWRITE_MARK);
    boolean rewritten = value.startsWith(REWRITE_PREFIX) && mark >= REWRITE_PREFIX.length();
    return rewritten
        ? served(value.substring(mark + REWRITE_MARK.length() - 1))
        : Outcome.pass(new ProductPath(value));
  }

  private static Outcome<ProductPath> served(String tail) {
    if (changesWhenDecodedAgain(tail)) {
      return Outcome.refuse(Reason.AMBIGUOUS_PATH, "a rewritten path that is decoded twice");
    }
    var path = new ProductPath(tail);
    return isHidden(path)
        ? Outcome.refuse(Reason.AMBIGUOUS_PATH, "a rewrite to a folder that is not served")
        : Outcome.pass(path);
  }

  private static boolean changesWhenDecodedAgain(String tail) {
    return tail.chars().anyMatch(c -> "%;?#".indexOf(c) >= 0);
  }

  private static boolean isHidden(ProductPath path) {
    return path.segments().stream()
        .limit(1)
        .anyMatch(first -> first.equalsIgnoreCase("WEB-INF") || first.equalsIgnoreCase("META-INF"));
  }
}
