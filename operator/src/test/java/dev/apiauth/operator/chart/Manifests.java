package dev.apiauth.operator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rendered objects.
 *
 * @param all in the order in which helm wrote them
 */
record Manifests(List<ObjectNode> all) {

  private static final YAMLMapper YAML = new YAMLMapper();

  static Manifests read(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return new Manifests(
          documents.readAll().stream()
              .filter(ObjectNode.class::isInstance)
              .map(ObjectNode.class::cast)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Stream<ObjectNode> of(String kind) {
    return all.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  ObjectNode only(String kind) {
    List<ObjectNode> found = of(kind).toList();
    if (found.size() != 1)
      throw new IllegalStateException(kind + " is there " + found.size() + " times");
    return found.getFirst();
  }

  /** The rules of every role of that kind. */
  Stream<JsonNode> rules(String kind) {
    return of(kind).flatMap(role -> each(role.path("rules")));
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static List<String> texts(JsonNode list) {
    return each(list).map(JsonNode::asText).toList();
  }

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  static String namespace(JsonNode object) {
    return object.path("metadata").path("namespace").asText();
  }
}
