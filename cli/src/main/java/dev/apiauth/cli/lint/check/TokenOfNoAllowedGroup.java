package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.GroupSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A token that its policy accepts, and whose every call it refuses for its groups. */
public final class TokenOfNoAllowedGroup {

  /** What the check is called. */
  public static final String NAME = "token-of-no-allowed-group";

  private static final List<String> EVERYBODY = List.of("*");

  private static final int MOST_NAMED = 3;

  private TokenOfNoAllowedGroup() {}

  /** What is wrong; empty where the product tells the groups, and not the token. */
  public static Optional<Problem> look(AtlassianApiTokenSpec token, AtlassianApiAuthSpec policy) {
    GroupAccessSpec rule = policy.access().groups();
    List<String> told = Objects.requireNonNullElse(token.groups(), List.of());
    boolean asked = rule.source() == GroupSource.Credential && !rule.allow().equals(EVERYBODY);
    return asked && Collections.disjoint(told, rule.allow())
        ? Optional.of(
            Problem.warning(
                "spec.groups",
                "AtlassianApiAuth %s lets members of %s call, and the token tells none of them"
                    .formatted(token.policyRef().name(), named(rule.allow())),
                "Write into groups what the bearer is to count as"))
        : Optional.empty();
  }

  private static String named(List<String> groups) {
    String first = groups.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return groups.size() > MOST_NAMED ? first + " and others" : first;
  }
}
