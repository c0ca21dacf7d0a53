package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.Instant;

/**
 * A resource that would be accepted, as the checks see it.
 *
 * @param resource what was written, defaults filled in
 * @param policy what would decide
 * @param now by which ends are judged
 */
public record LintSubject(AtlassianApiAuthResource resource, CompiledPolicy policy, Instant now) {

  AtlassianApiAuthSpec spec() {
    return resource.spec();
  }
}
