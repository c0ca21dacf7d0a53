package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.spec.PasswordExceptionSpec;
import java.util.List;

/** The exceptions for passwords, and how their fields are called. */
final class Exceptions {

  static final String FIELD = "spec.credentials.passwords.exceptions";

  private Exceptions() {}

  static List<PasswordExceptionSpec> of(LintSubject subject) {
    return subject.spec().credentialsOrDefault().passwords().exceptions();
  }

  static String field(int at) {
    return "%s[%d]".formatted(FIELD, at);
  }
}
