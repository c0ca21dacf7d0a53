package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes the JSON that a YAML document means. Aliases stand for copies of what they name; a document
 * that grows too large by them is a finding, and the rest of it is left out.
 */
final class YamlTree {

  private static final int MAX_VALUES = 100_000;
  private static final int MAX_DEPTH = 50;

  private final Findings findings;
  private int values;
  private int depth;

  YamlTree(Findings findings) {
    this.findings = findings;
  }

  /** The JSON value of a document. */
  JsonNode of(Node document) {
    return value(document, FieldPath.TOP);
  }

  private JsonNode value(Node node, FieldPath path) {
    if (++values > MAX_VALUES) return tooMuch("values", MAX_VALUES);
    if (depth >= MAX_DEPTH) return tooMuch("levels", MAX_DEPTH);
    depth++;
    JsonNode value =
        switch (node) {
          case MappingNode mapping -> object(mapping, path);
          case SequenceNode sequence -> list(sequence, path);
          case ScalarNode scalar -> scalar(scalar, path);
          default -> noValue(node, path, "");
        };
    depth--;
    return value;
  }

  private ArrayNode list(SequenceNode sequence, FieldPath path) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Node item : sequence.getValue()) list.add(value(item, path.index(list.size())));
    return list;
  }

  private ObjectNode object(MappingNode mapping, FieldPath path) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!isMerge(entry)) put(entry, object, path);
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (isMerge(entry)) merge(entry.getValueNode(), object, path);
    }
    return object;
  }

  private void put(NodeTuple entry, ObjectNode object, FieldPath path) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      findings.shapeFault(path, line(entry.getKeyNode()) + "a key is a text", "");
      return;
    }
    FieldPath place = path.child(key.getValue());
    if (object.has(key.getValue())) {
      String words = "key \"%s\" already set in map".formatted(key.getValue());
      findings.fault(place, line(key) + words, "Keep one of them");
      return;
    }
    object.set(key.getValue(), value(entry.getValueNode(), place));
  }

  /** What is merged in does not replace what is written out, nor what was merged in before. */
  private void merge(Node merged, ObjectNode object, FieldPath path) {
    var sources =
        merged instanceof SequenceNode several ? several.getValue() : List.<Node>of(merged);
    for (Node source : sources) {
      if (value(source, path) instanceof ObjectNode fields) {
        fields.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
      } else {
        findings.shapeFault(path, line(source) + "<< merges mappings only", "");
      }
    }
  }

  private JsonNode scalar(ScalarNode scalar, FieldPath path) {
    return KubectlScalars.value(scalar).orElseGet(() -> noValue(scalar, path, scalar.getValue()));
  }

  private JsonNode noValue(Node node, FieldPath path, String text) {
    String words = "%sJSON has no value for %s %s".formatted(line(node), node.getTag(), text);
    findings.shapeFault(path, words.stripTrailing(), "");
    return NullNode.getInstance();
  }

  private JsonNode tooMuch(String what, int most) {
    findings.shapeFault(
        FieldPath.TOP,
        "the file has more than %d %s".formatted(most, what),
        "Aliases count as often as they are used");
    return NullNode.getInstance();
  }

  private static boolean isMerge(NodeTuple entry) {
    return entry.getKeyNode().getTag().equals(Tag.MERGE);
  }

  private static String line(Node node) {
    return "line %d: ".formatted(node.getStartMark().getLine() + 1);
  }
}
