package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * Somebody who may still use a password, for a time. What is left out is not narrowed: say at least
 * one of usernames, paths and cidrs.
 *
 * @param name how the audit log, metrics and status call it
 * @param usernames whose password; compared without case
 * @param paths for which paths below the context path: each path and all below it, or a pattern
 *     with * and **
 * @param cidrs from which networks; needs clientIP
 * @param notAfter when it ends, in RFC 3339 form; required
 */
@ValidationRule(
    value = "has(self.usernames) || has(self.paths) || has(self.cidrs)",
    message =
        "an exception for everybody, everywhere is none. Name usernames, paths or cidrs, or say"
            + " basic: Allow")
public record PasswordExceptionSpec(
    @Required @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$") String name,
    @Size(min = 1, max = 256) List<@Size(min = 1, max = 253) String> usernames,
    @Size(min = 1, max = 64) List<@Size(min = 1, max = 512) String> paths,
    @Size(min = 1, max = 256) List<@Size(min = 2, max = 49) String> cidrs,
    @Required @Size(min = 20, max = 32) @Pattern(Times.PATTERN) String notAfter) {

  /** Absent lists are empty. */
  public PasswordExceptionSpec {
    usernames = Defaults.list(usernames);
    paths = Defaults.list(paths);
    cidrs = Defaults.list(cidrs);
  }
}
