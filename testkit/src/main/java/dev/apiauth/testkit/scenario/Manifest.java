package dev.apiauth.testkit.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Kubernetes manifest that is changed field by field, as an administrator would edit it. */
public final class Manifest {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final ObjectNode tree;

  private Manifest(ObjectNode tree) {
    this.tree = tree;
  }

  /** Reads one object. */
  public static Manifest of(String yaml) {
    try {
      return new Manifest((ObjectNode) YAML.readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no manifest: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads one object from a file. */
  public static Manifest read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A copy in which a field has another value; parents are made as needed.
   *
   * @param pointer a JSON Pointer, such as {@code /spec/access/groups/allow}
   * @param yaml the value, as YAML
   */
  public Manifest with(String pointer, Object yaml) {
    var copy = tree.deepCopy();
    var path = JsonPointer.compile(pointer);
    JsonNode value = value(yaml);
    if (copy.at(path.head()) instanceof ArrayNode list) {
      list.set(path.last().getMatchingIndex(), value);
    } else {
      copy.withObject(path.head()).set(path.last().getMatchingProperty(), value);
    }
    return new Manifest(copy);
  }

  /** A copy without a field. */
  public Manifest without(String pointer) {
    var copy = tree.deepCopy();
    var path = JsonPointer.compile(pointer);
    if (copy.at(path.head()) instanceof ObjectNode parent)
      parent.remove(path.last().getMatchingProperty());
    return new Manifest(copy);
  }

  /** The manifest as YAML. */
  public String yaml() {
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode value(Object yaml) {
    if (!(yaml instanceof String text)) return YAML.valueToTree(yaml);
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no YAML value: " + text, e);
    }
  }
}
