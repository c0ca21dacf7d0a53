package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.AbsentGroups;
import dev.apiauth.policy.spec.GroupSource;
import dev.apiauth.policy.spec.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of {@link GroupRule}. */
class DenyGoesBeforeAllowBeforeReadOnly {

  private static final String NOT_TOLD = "not told";

  @ParameterizedTest(name = "allow {0}, deny {1}, readOnly {2}, {3}; in {4}: {5} {6}")
  @CsvFileSource(resources = "groups.csv", numLinesToSkip = 1)
  void asTheTableSays(
      String allow,
      String deny,
      String readOnly,
      AbsentGroups whenAbsent,
      String groups,
      Operation operation,
      String expected) {
    var rule = new GroupRule(names(allow), names(deny), names(readOnly), whenAbsent);
    var told = groups.equals(NOT_TOLD) ? Optional.<Set<String>>empty() : Optional.of(names(groups));

    assertThat(Told.of(rule.permit(new Principal.Anonymous(), told, operation)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, allow {1}, deny {2}: {3}")
  @CsvSource({
    "Product, staff, none, true",
    "Product, *, guests, true",
    "Product, *, none, false",
    "Credential, staff, guests, false"
  })
  void theProductIsAskedOnlyWhereAGroupIsNamed(
      GroupSource source, String allow, String deny, boolean expected) {
    var rule = new GroupRule(names(allow), names(deny), Set.of(), AbsentGroups.Refuse);
    var rules = new AccessRules(source, rule, NetworkRule.EVERYWHERE);

    assertThat(rules.asksTheProduct(new Principal.User("a", "sso", Optional.empty())))
        .isEqualTo(expected);
    assertThat(rules.asksTheProduct(new Principal.Browser(Optional.of("a")))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyIsNoGroupThatSomebodyCouldBeIn(AbsentGroups whenAbsent) {
    var rule = new GroupRule(Set.of("*"), Set.of("guests"), Set.of(), whenAbsent);

    assertThat(rule.named()).containsExactly("guests");
  }

  /** In a list of ten thousand, and out of it. */
  @Test
  void oneAmongManyIsFound() {
    Set<String> many =
        IntStream.range(0, 10_000).mapToObj(n -> "group-" + n).collect(Collectors.toSet());
    var rule = new GroupRule(many, Set.of("group-9999"), Set.of(), AbsentGroups.Refuse);

    assertThat(permit(rule, Set.of("group-77"))).isEqualTo("pass");
    assertThat(permit(rule, many)).isEqualTo("group_denied");
  }

  private static String permit(GroupRule rule, Set<String> groups) {
    Outcome<Principal> outcome =
        rule.permit(new Principal.Anonymous(), Optional.of(groups), Operation.Read);
    return Told.of(outcome);
  }

  private static Set<String> names(String text) {
    return text.equals("none")
        ? Set.of()
        : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
  }
}
