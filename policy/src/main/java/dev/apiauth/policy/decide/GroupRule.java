package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.spec.AbsentGroups;
import dev.apiauth.policy.spec.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose members may call, and what. Deny goes before allow, allow before readOnly.
 *
 * <pre>
 * the rule names          the caller's groups       then
 * nothing but ["*"]       whatever                  allowed: nobody's groups are asked for
 * some group              not told, Refuse          groups_unknown: unknown is never none
 * some group              not told, Empty           as in none
 * deny                    one of them               group_denied
 * allow                   none of them              group_missing; ["*"] takes everybody
 * readOnly                one of them               group_reads_only, unless it is a read
 * </pre>
 *
 * @param allow the groups; {@code *} alone for everybody who was proven
 * @param deny members of any of these may not call, whatever else they are in
 * @param readOnly members of any of these may only read
 * @param whenAbsent what groups that are not told count as
 */
public record GroupRule(
    Set<String> allow, Set<String> deny, Set<String> readOnly, AbsentGroups whenAbsent) {

  private static final String EVERYBODY = "*";

  /** Sets are copied. */
  public GroupRule {
    allow = Set.copyOf(allow);
    deny = Set.copyOf(deny);
    readOnly = Set.copyOf(readOnly);
  }

  /** Those groups alone. */
  public static GroupRule allowing(Set<String> allow) {
    return new GroupRule(allow, Set.of(), Set.of(), AbsentGroups.Refuse);
  }

  /** Every group that is named. */
  public Set<String> named() {
    var named = new TreeSet<>(allow);
    named.remove(EVERYBODY);
    named.addAll(deny);
    named.addAll(readOnly);
    return named;
  }

  /** Whether nobody's groups have to be known. */
  public boolean namesNone() {
    return deny.isEmpty() && readOnly.isEmpty() && allow.equals(Set.of(EVERYBODY));
  }

  /** Whether somebody with those groups may do that. */
  public Outcome<Principal> permit(
      Principal principal, Optional<Set<String>> groups, Operation operation) {
    if (namesNone()) return Outcome.pass(principal);
    if (groups.isEmpty() && whenAbsent == AbsentGroups.Refuse) {
      return Outcome.refuse(Reason.GROUPS_UNKNOWN);
    }
    return member(principal, groups.orElse(Set.of()), operation);
  }

  private Outcome<Principal> member(Principal principal, Set<String> groups, Operation operation) {
    Optional<String> denied = common(deny, groups);
    if (denied.isPresent()) return refuse(Reason.GROUP_DENIED, denied.get());
    if (!allow.contains(EVERYBODY) && common(allow, groups).isEmpty()) {
      return Outcome.refuse(Reason.GROUP_MISSING);
    }
    Optional<String> reading =
        operation == Operation.Read ? Optional.empty() : common(readOnly, groups);
    return reading.isPresent()
        ? refuse(Reason.GROUP_READS_ONLY, reading.get())
        : Outcome.pass(principal);
  }

  /** The first in the alphabet, so that two calls of one person read the same in the audit log. */
  private static Optional<String> common(Set<String> named, Set<String> groups) {
    return groups.stream().filter(named::contains).sorted().findFirst();
  }

  private static Outcome<Principal> refuse(Reason reason, String group) {
    return Refusal.of(reason).finding("group " + group).asOutcome();
  }
}
