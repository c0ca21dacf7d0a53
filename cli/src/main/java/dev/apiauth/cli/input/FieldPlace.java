package dev.apiauth.cli.input;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where a field stands in a document.
 *
 * @param line the line of its key, 1 for the first; where the field is not there, of the nearest
 *     one above it that is
 * @param value its value, or that of the nearest one
 * @param rest what of the path was not found; empty where the field is there
 */
record FieldPlace(int line, Node value, String rest) {

  private static final Pattern INDEX = Pattern.compile("^\\[([0-9]{1,6})]\\.?");

  static FieldPlace of(Node document, String field) {
    var place = new FieldPlace(lineOf(document), document, field);
    for (var below = place.below(); below.isPresent(); below = place.below()) place = below.get();
    return place;
  }

  /** The text of the field itself. */
  Optional<String> exactText() {
    return rest.isEmpty() && value instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private Optional<FieldPlace> below() {
    if (rest.isEmpty()) return Optional.empty();
    return switch (value) {
      case MappingNode mapping -> inside(mapping);
      case SequenceNode sequence -> inside(sequence);
      default -> Optional.empty();
    };
  }

  /** A key may hold dots itself, as labels do: the longest that fits is meant. */
  private Optional<FieldPlace> inside(MappingNode mapping) {
    return mapping.getValue().stream()
        .filter(entry -> begins(key(entry)))
        .max(Comparator.comparingInt(entry -> key(entry).length()))
        .map(
            entry ->
                new FieldPlace(
                    lineOf(entry.getKeyNode()), entry.getValueNode(), without(key(entry))));
  }

  private boolean begins(String key) {
    return rest.startsWith(key)
        && (rest.length() == key.length() || ".[".indexOf(rest.charAt(key.length())) >= 0);
  }

  private String without(String key) {
    String left = rest.substring(key.length());
    return left.startsWith(".") ? left.substring(1) : left;
  }

  private Optional<FieldPlace> inside(SequenceNode sequence) {
    Matcher index = INDEX.matcher(rest);
    if (!index.find()) return Optional.empty();
    int at = Integer.parseInt(index.group(1));
    if (at >= sequence.getValue().size()) return Optional.empty();
    Node item = sequence.getValue().get(at);
    return Optional.of(new FieldPlace(lineOf(item), item, rest.substring(index.end())));
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "\u0000";
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
