package dev.apiauth.cli.token;

import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.policy.spec.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a token ends. */
final class EndOptions {

  private static final Duration USUAL = Duration.ofDays(90);

  @Option(
      names = "--lifetime",
      paramLabel = "DURATION",
      description = "How long it is valid: 720h, 90d. 90d where nothing is said.")
  private @Nullable String lifetime;

  @Option(
      names = "--not-after",
      paramLabel = "TIME",
      description = "When it ends, such as 2027-03-31T00:00:00Z.")
  private @Nullable String notAfter;

  /**
   * The end of a token that is made now.
   *
   * @throws UnusableInputException if what was said is no time, or in the past
   */
  Instant from(Instant now) {
    Instant end = notAfter == null ? now.plus(lifetime()) : time(notAfter);
    if (!end.isAfter(now)) throw new UnusableInputException("--not-after: it has passed already");
    return end;
  }

  private Duration lifetime() {
    if (lifetime == null) return USUAL;
    if (lifetime.matches("[1-9][0-9]{0,3}d")) {
      return Duration.ofDays(Long.parseLong(lifetime.substring(0, lifetime.length() - 1)));
    }
    if (lifetime.matches(Durations.PATTERN)) return Durations.parse(lifetime);
    throw new UnusableInputException(
        "--lifetime: \"%s\" is no duration. Write one like 720h or 90d".formatted(lifetime));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new UnusableInputException(
          "--not-after: \"%s\" is no time. Write one like 2027-03-31T00:00:00Z".formatted(text));
    }
  }
}
