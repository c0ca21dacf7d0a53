package dev.apiauth.policy.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How durations are written, everywhere in the resource. */
public final class Durations {

  /** Whole hours, minutes and seconds: {@code 90s}, {@code 1h}, {@code 1h30m}. */
  public static final String PATTERN = "^([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$";

  private static final Pattern PARTS = Pattern.compile(PATTERN);

  private Durations() {}

  /**
   * The length of a duration that has passed the schema.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static Duration parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException("not a duration like 90s or 1h30m: " + text);
    }
    return Duration.ofHours(number(parts.group(1)))
        .plusMinutes(number(parts.group(2)))
        .plusSeconds(number(parts.group(3)));
  }

  private static long number(@Nullable String part) {
    return part == null ? 0 : Long.parseLong(part.substring(0, part.length() - 1));
  }
}
