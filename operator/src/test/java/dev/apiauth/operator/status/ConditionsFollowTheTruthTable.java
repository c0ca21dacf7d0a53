package dev.apiauth.operator.status;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each row of {@code conditions.csv}: facts, and what every condition says of them. The words for
 * pods are explained by {@link Pods}.
 */
class ConditionsFollowTheTruthTable {

  private static final int FIRST_CONDITION = 7;

  @ParameterizedTest(name = "spec {0}, published {1}, {2}, {3}, wants {4}, refs {5}, pods: {6}")
  @CsvFileSource(resources = "conditions.csv", numLinesToSkip = 1)
  void row(ArgumentsAccessor row) {
    var expected = new LinkedHashMap<String, String>();
    int column = FIRST_CONDITION;
    for (ConditionType type : ConditionType.values()) {
      expected.put(type.name(), cell(row, column++));
    }

    assertThat(said(facts(row))).isEqualTo(expected);
  }

  private static Facts facts(ArgumentsAccessor row) {
    return new Facts(
        Facts.accepted(cell(row, 0)),
        cell(row, 5).equals("broken") ? List.of(Facts.MISSING_SECRET) : List.<Problem>of(),
        cell(row, 1).equals("yes") ? policy(row) : Optional.empty(),
        workload(cell(row, 4)),
        cell(row, 6));
  }

  private static String cell(ArgumentsAccessor row, int column) {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  private static Optional<RenderedPolicy> policy(ArgumentsAccessor row) {
    return Facts.policy(Mode.valueOf(cell(row, 2)), DirectAccessPolicy.valueOf(cell(row, 3)));
  }

  private static Workload workload(String wants) {
    if (wants.equals("absent")) return new Workload.Absent("jira");
    SidecarForm form = wants.endsWith(" ordinary") ? SidecarForm.ORDINARY : SidecarForm.NATIVE;
    return new Workload.Present("jira", Integer.parseInt(wants.replace(" ordinary", "")), form);
  }

  private static Map<String, String> said(Facts facts) {
    return facts.status().conditions().stream()
        .collect(
            toMap(StatusCondition::type, one -> "%s %s".formatted(one.status(), one.reason())));
  }
}
