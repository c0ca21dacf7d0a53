package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
  void whereAnyValueIsReplacedByAnyOther(String file) throws IOException {
    int accepted = 0;
    int changes = 0;
    for (var place : places(YAML.readTree(text(file)), "")) {
      for (String value : VALUES) {
        var resource = (ObjectNode) YAML.readTree(text(file));
        TreePath.of(place).replace(resource, YAML.readTree(value));
        accepted += answer(YAML.writeValueAsString(resource));
        changes++;
      }
    }
    assertThat(accepted).as("few changes are harmless").isBetween(changes / 50, changes / 3);
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

  /** The paths of everything in the spec, containers and scalars. */
  private static List<String> places(JsonNode node, String path) {
    var found = new ArrayList<String>();
    if (path.startsWith("spec")) found.add(path);
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      found.addAll(places(node.path(i), path + "[" + i + "]"));
    }
    for (var field : node.properties()) {
      if (field.getKey().contains(".")) continue;
      String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      found.addAll(places(field.getValue(), below));
    }
    return found;
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
