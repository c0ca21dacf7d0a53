package dev.apiauth.policy.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An immutable JSON value. Each reader answers for exactly one JSON type and never converts: the
 * string {@code "1"} is no number (J17), and a string is no array of one (A10).
 */
public final class JsonValue {

  private final JsonNode node;

  JsonValue(JsonNode node) {
    this.node = node;
  }

  /** The value, if it is a string. */
  public Optional<String> string() {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  /** The value, if it is a number; exact, as it was written. */
  public Optional<BigDecimal> number() {
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  /** The value as a name: a string as it is, a whole number by its digits, nothing else. */
  public Optional<String> text() {
    return node.isIntegralNumber() ? Optional.of(node.bigIntegerValue().toString()) : string();
  }

  /** The value, if it is {@code true} or {@code false}. */
  public Optional<Boolean> bool() {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
  }

  /** The value, if it is an object. */
  public Optional<JsonObject> object() {
    return node instanceof ObjectNode object
        ? Optional.of(new JsonObject(object))
        : Optional.empty();
  }

  /** The elements, if the value is an array. */
  public Optional<List<JsonValue>> elements() {
    return node.isArray() ? Optional.of(children().map(JsonValue::new).toList()) : Optional.empty();
  }

  /** The elements, if the value is an array of strings and of nothing else. */
  public Optional<List<String>> strings() {
    if (!node.isArray() || !children().allMatch(JsonNode::isTextual)) {
      return Optional.empty();
    }
    return Optional.of(children().map(JsonNode::textValue).toList());
  }

  /** Whether the value is {@code null}. */
  public boolean isNull() {
    return node.isNull();
  }

  /** Reads a text as strictly as {@link JsonObject#parse}; empty if it is no JSON. */
  public static Optional<JsonValue> parse(byte[] utf8) {
    return StrictJson.read(utf8).map(JsonValue::new);
  }

  /** What stands at {@code path} in an object; an empty path is the value itself. */
  public Optional<JsonValue> at(String path) {
    if (path.isEmpty()) return Optional.of(this);
    return ClaimPath.parse(path).flatMap(steps -> object().flatMap(steps::in));
  }

  /** An array of these strings. */
  public static JsonValue ofStrings(List<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode(texts.size());
    texts.forEach(array::add);
    return new JsonValue(array);
  }

  /** For whoever puts it into an object. */
  JsonNode node() {
    return node;
  }

  private Stream<JsonNode> children() {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** The JSON type's name only: a value may be a secret. */
  @Override
  public String toString() {
    return "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
