package dev.apiauth.policy.decide;

import java.util.Optional;
import java.util.Set;

/**
 * A request whose caller's groups are known, as far as a rule asks for them.
 *
 * @param proven the request and its caller
 * @param groups the groups that count; empty where nobody tells. From the product come those alone
 *     that the policy names
 */
public record Grouped(Proven proven, Optional<Set<String>> groups) {

  public Target target() {
    return proven.target();
  }
}
