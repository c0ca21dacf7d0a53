package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Kubernetes objects as text and back. */
final class Yaml {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Yaml() {}

  /** Every document that is an object. */
  static Stream<JsonNode> documents(String text) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      List<JsonNode> all = new ArrayList<>();
      documents.readAll(all);
      return all.stream().filter(JsonNode::isObject);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  static <T> T as(Class<T> type, JsonNode node) {
    return JSON.convertValue(node, type);
  }

  static StatefulSet statefulSet(Manifest manifest) {
    return as(StatefulSet.class, documents(manifest.yaml()).findFirst().orElseThrow());
  }

  static JsonNode tree(Object object) {
    return JSON.valueToTree(object);
  }

  static String text(Object object) {
    try {
      return YAML.writeValueAsString(tree(object));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
