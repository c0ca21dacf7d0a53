package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values, their comments, their schema and the table in the documentation name the same things. */
class EveryValueIsExplained {

  /** What a schema calls free in its keys is one value. */
  private static final Set<String> WHOLE =
      Set.of("resources", "podLabels", "podAnnotations", "nodeSelector", "affinity");

  private final YAMLMapper yaml = new YAMLMapper();

  @Test
  void byACommentAboveIt() {
    List<String> lines = Chart.file("helm/apiauth/values.yaml").lines().toList();
    var bare = new ArrayList<String>();
    for (int i = 1; i < lines.size(); i++) {
      boolean hasValue =
          lines.get(i).matches("\\s*[A-Za-z]+: .*")
              && !lines.get(i).matches("  (requests|limits): .*");
      if (hasValue && !lines.get(i - 1).strip().startsWith("#")) bare.add(lines.get(i));
    }

    assertThat(bare).isEmpty();
  }

  @Test
  void inTheSchemaAndNothingElseIsThere() throws IOException {
    JsonNode schema = yaml.readTree(Chart.file("helm/apiauth/values.schema.json"));
    var known = new TreeSet<String>();
    collectSchema(schema, "", schema, known);
    known.remove("global");

    assertThat(known).isEqualTo(values());
  }

  @Test
  void inTheTableOfTheDocumentation() throws IOException {
    Set<String> documented =
        Chart.file("docs/install.md")
            .lines()
            .filter(line -> line.startsWith("| `") && line.split("\\|").length > 3)
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(values());
  }

  private Set<String> values() throws IOException {
    var names = new TreeSet<String>();
    collectValues(yaml.readTree(Chart.file("helm/apiauth/values.yaml")), "", names);
    return names;
  }

  private static void collectValues(JsonNode node, String at, Set<String> into) {
    if (node instanceof ObjectNode members && !WHOLE.contains(at)) {
      members
          .properties()
          .forEach(member -> collectValues(member.getValue(), join(at, member.getKey()), into));
    } else {
      into.add(at);
    }
  }

  private static void collectSchema(JsonNode node, String at, JsonNode root, Set<String> into) {
    JsonNode schema = node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    if (schema.has("properties") && !WHOLE.contains(at)) {
      assertThat(schema.path("additionalProperties").asBoolean(true)).as(at).isFalse();
      schema
          .get("properties")
          .properties()
          .forEach(
              member -> collectSchema(member.getValue(), join(at, member.getKey()), root, into));
    } else {
      into.add(at);
    }
  }

  private static String join(String at, String key) {
    return at.isEmpty() ? key : at + "." + key;
  }
}
