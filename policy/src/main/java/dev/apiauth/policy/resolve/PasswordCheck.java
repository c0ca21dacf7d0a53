package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import dev.apiauth.policy.spec.PasswordsSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Checks what a schema cannot see of passwords: whether an exception's end is a time, and whether
 * it is over or near. What has ended does no harm, since no request passes by it any more; so it is
 * told, and not refused.
 */
final class PasswordCheck {

  private static final Duration NEAR = Duration.ofDays(14);
  private static final String FIELD = "spec.credentials.passwords";

  private final Instant now;
  private final Findings findings;

  PasswordCheck(Instant now, Findings findings) {
    this.now = now;
    this.findings = findings;
  }

  void check(AtlassianApiAuthSpec spec) {
    PasswordsSpec passwords = spec.credentialsOrDefault().passwords();
    List<PasswordExceptionSpec> exceptions = passwords.exceptions();
    for (int at = 0; at < exceptions.size(); at++) {
      end(exceptions.get(at), FIELD + ".exceptions[%d].notAfter".formatted(at));
    }
    boolean some = passwords.basic() == AllowOrDeny.Allow || !exceptions.isEmpty();
    if (some && !spec.access().groups().allow().contains("*")) groups();
  }

  private void end(PasswordExceptionSpec exception, String field) {
    try {
      end(exception, OffsetDateTime.parse(exception.notAfter()).toInstant(), field);
    } catch (DateTimeParseException noTime) {
      findings.error(
          field,
          "\"%s\" is no time".formatted(exception.notAfter()),
          "Write a day and time that exist, such as 2027-03-31T00:00:00Z");
    }
  }

  private void end(PasswordExceptionSpec exception, Instant end, String field) {
    if (now.isAfter(end)) {
      findings.warning(
          field,
          "the exception %s has ended: %s".formatted(exception.name(), end),
          "Remove it, or move its end if somebody still needs it");
    } else if (end.isBefore(now.plus(NEAR))) {
      findings.warning(
          field,
          "the exception %s ends in %s".formatted(exception.name(), left(end)),
          "Move its callers to tokens; the usage report names them");
    }
  }

  private String left(Instant end) {
    long days = Duration.between(now, end).toDays();
    return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
  }

  private void groups() {
    findings.warning(
        "spec.access.groups.allow",
        "a password tells no groups, so those who may still send one are refused (groups_unknown)",
        "Write [\"*\"] for as long as passwords are needed, and narrow with deny and cidrs");
  }
}
