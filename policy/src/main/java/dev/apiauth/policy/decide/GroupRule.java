package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * Whose members may call.
 *
 * <pre>
 * allow      groups of the caller      then
 * ["*"]      whatever                  allowed
 * named      one of them               allowed
 * named      others, or none           group_missing
 * named      not told                  groups_unknown: unknown is never none, and never enough
 * </pre>
 *
 * @param allow the groups; {@code *} alone for everybody who was proven
 */
public record GroupRule(Set<String> allow) {

  private static final String EVERYBODY = "*";

  /** The set is copied. */
  public GroupRule {
    allow = Set.copyOf(allow);
  }

  /** Whether somebody with those groups may call. */
  public Outcome<Principal> permit(Principal principal, Optional<Set<String>> groups) {
    if (allow.contains(EVERYBODY)) return Outcome.pass(principal);
    if (groups.isEmpty()) return Outcome.refuse(Reason.GROUPS_UNKNOWN);
    boolean member = groups.get().stream().anyMatch(allow::contains);
    return member ? Outcome.pass(principal) : Outcome.refuse(Reason.GROUP_MISSING);
  }
}
