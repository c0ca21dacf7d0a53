package dev.apiauth.policy.decide;

import dev.apiauth.policy.token.ApiTokenHash;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An API token that a policy accepts, or accepted until it ended.
 *
 * @param id its public part
 * @param source where it comes from: {@code AtlassianApiToken ci} or {@code Secret ci}
 * @param hash what is kept of it
 * @param username whom its bearer acts as
 * @param groups the groups that its issuer wrote into it; empty if it does not tell
 * @param notBefore from when on it is valid
 * @param notAfter from when on it is not
 * @param scope what it may be used for
 */
public record ApiToken(
    String id,
    String source,
    ApiTokenHash hash,
    String username,
    Optional<Set<String>> groups,
    Instant notBefore,
    Instant notAfter,
    ApiTokenScope scope) {

  /** Sets are copied. */
  public ApiToken {
    groups = groups.map(Set::copyOf);
  }

  /** How the audit log calls it. */
  public String label() {
    return "%s of %s".formatted(id, source);
  }
}
