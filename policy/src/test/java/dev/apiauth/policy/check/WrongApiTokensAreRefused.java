package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code api-tokens.yaml}; the API server is asked about the same rows. */
class WrongApiTokensAreRefused {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ApiTokenCheck CHECK = ApiTokenCheck.byCommittedCrd();

  record Row(String name, ObjectNode spec, List<String> expect) {

    Row {
      expect = expect == null ? List.of() : List.copyOf(expect);
    }

    String resource() throws JsonProcessingException {
      ObjectNode resource = YAML.createObjectNode();
      resource.put("apiVersion", "apiauth.dev/v1alpha1").put("kind", "AtlassianApiToken");
      resource.putObject("metadata").put("name", name);
      resource.set("spec", spec);
      return YAML.writeValueAsString(resource);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void withEachProblemNamedAndNoOther(Row row) throws JsonProcessingException {
    assertThat(problems(CHECK.check(row.resource())))
        .allMatch(problem -> row.expect().stream().anyMatch(expected -> says(problem, expected)))
        .hasSameSizeAs(row.expect());
  }

  private static boolean says(Problem problem, String expected) {
    int end = expected.indexOf(": ");
    return problem.field().equals(expected.substring(0, end))
        && problem.message().contains(expected.substring(end + 2));
  }

  private static List<Problem> problems(CheckedApiToken checked) {
    return switch (checked) {
      case CheckedApiToken.Accepted accepted -> List.of();
      case CheckedApiToken.Refused(List<Problem> problems) -> problems;
    };
  }

  static Stream<Row> rows() throws IOException {
    try (var table = WrongApiTokensAreRefused.class.getResourceAsStream("api-tokens.yaml")) {
      return YAML.readValue(table, new TypeReference<List<Row>>() {}).stream();
    }
  }
}
