package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Exceptions that have ended, or end within 30 days. */
record ExceptionEnding() implements LintCheck {

  private static final Duration SOON = Duration.ofDays(30);

  @Override
  public String name() {
    return "exception-ending";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    List<PasswordExceptionSpec> exceptions = Exceptions.of(subject);
    return IntStream.range(0, exceptions.size())
        .boxed()
        .flatMap(at -> look(exceptions.get(at), Exceptions.field(at), subject.now()));
  }

  private static Stream<Problem> look(PasswordExceptionSpec exception, String field, Instant now) {
    Instant end = OffsetDateTime.parse(exception.notAfter()).toInstant();
    if (!now.isBefore(end)) {
      return Stream.of(
          warning(field, "the exception %s has ended".formatted(exception.name()), "Take it out"));
    }
    if (now.plus(SOON).isBefore(end)) return Stream.empty();
    long days = Duration.between(now, end).toDays();
    return Stream.of(
        warning(
            field,
            "the exception %s ends in %d days".formatted(exception.name(), days),
            "Move its callers to tokens before that"));
  }

  private static Problem warning(String field, String message, String mend) {
    return Problem.warning(field + ".notAfter", message, mend);
  }
}
