package dev.apiauth.policy.compile;

import dev.apiauth.policy.credential.PasswordException;
import dev.apiauth.policy.credential.PasswordRules;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import dev.apiauth.policy.spec.PasswordsSpec;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Compiles which passwords are accepted. */
final class PasswordCompiler {

  private PasswordCompiler() {}

  /**
   * The rules.
   *
   * @throws RuntimeException if an exception does not hold together, which makes the policy
   *     unusable
   */
  static PasswordRules rules(PasswordsSpec spec) {
    return new PasswordRules(
        spec, spec.exceptions().stream().map(PasswordCompiler::exception).toList());
  }

  private static PasswordException exception(PasswordExceptionSpec spec) {
    return new PasswordException(
        spec.name(),
        Set.copyOf(spec.usernames()),
        spec.paths().isEmpty() ? Optional.empty() : Optional.of(AccessCompiler.trees(spec.paths())),
        spec.cidrs().isEmpty()
            ? Optional.empty()
            : Optional.of(AddressCompiler.networks(spec.cidrs())),
        OffsetDateTime.parse(spec.notAfter()).toInstant());
  }
}
