package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one path that the product's Tomcat resolves a request to. Every rule reads this one.
 *
 * <p>A path that could be read in more than one way is refused, so for every target either the
 * answer is 400 or Tomcat resolves what is forwarded to {@link #decoded} (N5). That is shown for
 * Tomcat with its default {@code encodedSolidusHandling}, {@code encodedReverseSolidusHandling} and
 * {@code URIEncoding}; a product that was configured otherwise is not covered.
 */
public final class CanonicalPath {

  private static final Set<Oddity> REFUSED_FOR_APIS =
      EnumSet.of(Oddity.PATH_PARAMETERS, Oddity.DOT_SEGMENTS, Oddity.EMPTY_SEGMENTS);

  private final String raw;
  private final String decoded;
  private final String encoded;
  private final Set<Oddity> oddities;

  CanonicalPath(String raw, String decoded, String encoded, Set<Oddity> oddities) {
    this.raw = raw;
    this.decoded = decoded;
    this.encoded = encoded;
    this.oddities = oddities;
  }

  /**
   * Resolves a raw path: parameters off, decoded once, slashes merged, dot segments resolved, in
   * Tomcat's order.
   *
   * @param rawPath the path of the request target without its query, one char per byte
   * @return the path; refuses with {@link Reason#AMBIGUOUS_PATH}, naming the rule, whatever breaks
   *     one of N1 to N3
   */
  public static Outcome<CanonicalPath> of(String rawPath) {
    return PlainPath.isPlain(rawPath)
        ? Outcome.pass(new CanonicalPath(rawPath, rawPath, rawPath, Set.of()))
        : PathResolution.of(rawPath);
  }

  /** The path as it stood in the request target. */
  public String raw() {
    return raw;
  }

  /**
   * The path as Tomcat's servlets see it, context path included: decoded once, with its trailing
   * slash if it has one. May hold any character but {@code /} within a segment and controls.
   */
  public String decoded() {
    return decoded;
  }

  /**
   * The spelling to forward: resolves to {@link #decoded}, holds no path parameter, and keeps the
   * difference between a bare and an encoded reserved character ({@code +} and {@code %2B}), which
   * matters to page titles.
   */
  public String encoded() {
    return encoded;
  }

  /** What is unusual about the raw spelling; empty for nearly every request. Unmodifiable. */
  public Set<Oddity> oddities() {
    return oddities;
  }

  /**
   * Whether the raw spelling, too, is known to resolve to {@link #decoded}, in Tomcat and in every
   * filter of the product that reads the undecoded path (the static-resource rewrite does). Where
   * it is not, forward {@link #encoded}.
   */
  public boolean rawAgrees() {
    return oddities.isEmpty() || oddities.equals(Set.of(Oddity.RELAXED_CHARACTERS));
  }

  /**
   * The same path if it is spelled as an API path must be: no path parameter but a session id at
   * the end (which is not forwarded), no dot segment, no empty segment.
   *
   * <p>To be asked for API classes and for every request with a credential. Refuses with {@link
   * Reason#AMBIGUOUS_PATH}.
   */
  public Outcome<CanonicalPath> strict() {
    for (var oddity : oddities) {
      if (REFUSED_FOR_APIS.contains(oddity)) {
        return Outcome.refuse(Reason.AMBIGUOUS_PATH, oddity.rule());
      }
    }
    return Outcome.pass(this);
  }

  /**
   * The path below the product's context path, compared segment by segment and with case; empty if
   * it lies outside, where Tomcat would serve another web application or none.
   */
  public Optional<RelativePath> relativeTo(ContextPath context) {
    return context.strip(decoded).map(RelativePath::new);
  }

  @Override
  public String toString() {
    return encoded;
  }
}
