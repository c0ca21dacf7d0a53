package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.CheckedResource.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a slip of the hand makes of a resource, there is an answer, and never an exception. */
class ChangedResourcesAreAcceptedOrRefused {

  private static final int CHANGED_TREES = 400;
  private static final int CHANGED_TEXTS = 400;
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> VALUES =
      List.of(
          "null",
          "''",
          "[]",
          "{}",
          "0",
          "-1",
          "70000",
          "1e400",
          "true",
          "x",
          "90s",
          "Jwt",
          "'*'",
          "[a, a]",
          "[{}]",
          "{name: a}",
          "Deny",
          "Enforce",
          "99999999999999999999");

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"smallest.yaml", "everything.yaml"})
  void whereAValueIsReplaced(String file) throws IOException {
    var random = new Random(file.hashCode());
    int accepted = 0;
    for (int i = 0; i < CHANGED_TREES; i++) {
      var resource = YAML.readTree(text(file));
      for (int changes = random.nextInt(3); changes >= 0; changes--) change(resource, random);
      accepted += answer(YAML.writeValueAsString(resource));
    }
    assertThat(accepted)
        .as("some changes are harmless, most are not")
        .isBetween(1, CHANGED_TREES / 2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"smallest.yaml", "everything.yaml", "anchors-and-merges.yaml"})
  void whereTextIsGarbled(String file) throws IOException {
    var random = new Random(file.hashCode());
    for (int i = 0; i < CHANGED_TEXTS; i++) answer(garbled(text(file), random));
  }

  /** 1 for an accepted resource, 0 for a refused one that says why. */
  private static int answer(String yaml) {
    return switch (CHECK.check(yaml)) {
      case Accepted(AtlassianApiAuthResource resource) -> {
        assertThat(resource.spec().access().groups().allow()).isNotEmpty();
        yield 1;
      }
      case Refused(List<Problem> problems) -> {
        assertThat(problems).isNotEmpty().allMatch(problem -> !problem.message().isBlank());
        yield 0;
      }
    };
  }

  private static void change(JsonNode resource, Random random) throws IOException {
    var parents = new ArrayList<JsonNode>();
    collect(resource, parents);
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    JsonNode value = YAML.readTree(VALUES.get(random.nextInt(VALUES.size())));
    switch (parent) {
      case ArrayNode list -> list.set(random.nextInt(list.size()), value);
      case ObjectNode object -> {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        object.set(names.get(random.nextInt(names.size())), value);
      }
      default -> throw new AssertionError("only lists and objects are collected");
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode() && !node.isEmpty()) parents.add(node);
    node.forEach(child -> collect(child, parents));
  }

  private static String garbled(String text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(4));
    String inserted =
        random.nextInt(3) == 0 ? "" : Character.toString(random.nextInt(0x20, 0x3000));
    return text.substring(0, at) + inserted + text.substring(end);
  }

  private static String text(String file) throws IOException {
    return Files.readString(WrongResource.folder("right").resolve(file));
  }
}
