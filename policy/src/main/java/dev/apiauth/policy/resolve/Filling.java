package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills parameters into a part of a preset. It goes by the published form, text by text, so that no
 * URL, header or parameter can be forgotten.
 */
final class Filling {

  private static final ObjectMapper JSON = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

  private Filling() {}

  /**
   * The same with every text changed.
   *
   * @throws IllegalStateException if it cannot be read back: the record is not one of the published
   *     form
   */
  static <T> T every(T part, Class<T> type, UnaryOperator<String> change) {
    try {
      return JSON.treeToValue(changed(JSON.valueToTree(part), change), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a preset does not read as what it was", e);
    }
  }

  /** The names of all places in the texts of something. */
  static Set<String> places(Object part) {
    return PLACE
        .matcher(JSON.valueToTree(part).toString())
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(change.apply(text.textValue()));
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(item -> copy.add(changed(item, change)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(member -> copy.set(member.getKey(), changed(member.getValue(), change)));
        yield copy;
      }
      default -> node;
    };
  }
}
