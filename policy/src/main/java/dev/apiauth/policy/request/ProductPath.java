package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A canonical path below the product's context path: what patterns and path classes are matched
 * against.
 */
public final class ProductPath {

  private static final String REWRITE_PREFIX = "/s/";
  private static final String REWRITE_MARK = "/_/";

  private final String value;
  private final List<String> segments;

  ProductPath(String value) {
    this.value = value;
    this.segments = split(value);
  }

  /** The decoded path, with a slash in front; at the end as well where the request had it. */
  public String value() {
    return value;
  }

  /** The decoded segments; a trailing slash adds none, the root has none. Unmodifiable. */
  public List<String> segments() {
    return segments;
  }

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
    if (!value.startsWith(REWRITE_PREFIX) || mark < REWRITE_PREFIX.length()) {
      return Outcome.pass(this);
    }
    var tail = new ProductPath(value.substring(mark + REWRITE_MARK.length() - 1));
    if (tail.changesWhenDecodedAgain()) {
      return Outcome.refuse(Reason.AMBIGUOUS_PATH, "a rewritten path that is decoded twice");
    }
    return tail.isHidden()
        ? Outcome.refuse(Reason.AMBIGUOUS_PATH, "a rewrite to a folder that is not served")
        : Outcome.pass(tail);
  }

  private boolean changesWhenDecodedAgain() {
    return value.chars().anyMatch(c -> "%;?#".indexOf(c) >= 0);
  }

  private boolean isHidden() {
    return !segments.isEmpty()
        && (segments.getFirst().equalsIgnoreCase("WEB-INF")
            || segments.getFirst().equalsIgnoreCase("META-INF"));
  }

  private static List<String> split(String value) {
    var segments = new ArrayList<String>(8);
    int start = 1;
    for (int slash = value.indexOf('/', start); slash >= 0; slash = value.indexOf('/', start)) {
      segments.add(value.substring(start, slash));
      start = slash + 1;
    }
    if (start < value.length()) {
      segments.add(value.substring(start));
    }
    return Collections.unmodifiableList(segments);
  }

  @Override
  public String toString() {
    return value;
  }
}
