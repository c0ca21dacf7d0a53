package dev.apiauth.policy.token;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Rewrites a name by a regular expression that has to match all of it (N7): RE2 syntax, which takes
 * linear time and has neither look-around nor back-references.
 */
public final class RegexTransform implements UsernameTransform {

  /** Characters of a pattern, and of a replacement. */
  public static final int MAX_LENGTH = 1024;

  private final String source;
  private final Pattern pattern;
  private final Replacement replacement;

  private RegexTransform(String source, Pattern pattern, Replacement replacement) {
    this.source = source;
    this.pattern = pattern;
    this.replacement = replacement;
  }

  /**
   * A transform by {@code pattern}; {@code $1} to {@code $9} in {@code replacement} stand for
   * groups, {@code $$} for a dollar sign.
   *
   * @throws IllegalArgumentException with the sentence of {@link #complaint}
   */
  public static RegexTransform of(String pattern, String replacement) {
    complaint(pattern, replacement)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    // The pattern compiles alone, so it cannot close the group around it.
    return new RegexTransform(
        pattern, Pattern.compile("\\A(?:" + pattern + ")\\z"), Replacement.parse(replacement));
  }

  /**
   * What is wrong with a pattern and its replacement, in a sentence for the resource's author;
   * empty if nothing is.
   */
  public static Optional<String> complaint(String pattern, String replacement) {
    if (pattern.length() > MAX_LENGTH || replacement.length() > MAX_LENGTH) {
      return Optional.of("is longer than " + MAX_LENGTH + " characters");
    }
    try {
      return complaint(Pattern.compile(pattern).groupCount(), replacement);
    } catch (PatternSyntaxException invalid) {
      return Optional.of("is not an RE2 expression: " + invalid.getDescription());
    }
  }

  private static Optional<String> complaint(int groups, String replacement) {
    return Replacement.complaint(replacement, groups);
  }

  @Override
  public Optional<String> apply(String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(replacement.fill(matcher)) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegexTransform that
        && source.equals(that.source)
        && replacement.equals(that.replacement);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return "RegexTransform[" + source + "]";
  }
}
