package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * User name and password, in each of their spellings.
 *
 * @param basic with a request: the Basic header, and os_username/os_password in query or form
 * @param sessionLogin traded for a session by a script: POST /rest/auth/1/session
 * @param interactiveLogin entered into the login page: the form logins and
 *     /rest/tsv/1.0/authenticate, which a script can call too
 * @param exceptions who may still send a password where basic is Deny, until when
 */
public record PasswordsSpec(
    @Default("Deny") AllowOrDeny basic,
    @Default("Deny") AllowOrDeny sessionLogin,
    @Default("Allow") AllowOrDeny interactiveLogin,
    @Size(min = 1, max = 64)
        @ValidationRule(
            value = "self.all(one, self.exists_one(other, other.name == one.name))",
            message =
                "two exceptions have the same name, which tells them apart in the audit log. Rename"
                    + " one of them")
        List<PasswordExceptionSpec> exceptions) {

  /** What holds where the section is left out. */
  public static final PasswordsSpec DEFAULT =
      new PasswordsSpec(AllowOrDeny.Deny, AllowOrDeny.Deny, AllowOrDeny.Allow, List.of());

  /** Absent fields take their defaults. */
  public PasswordsSpec {
    basic = Defaults.orElse(basic, AllowOrDeny.Deny);
    sessionLogin = Defaults.orElse(sessionLogin, AllowOrDeny.Deny);
    interactiveLogin = Defaults.orElse(interactiveLogin, AllowOrDeny.Allow);
    exceptions = Defaults.list(exceptions);
  }
}
