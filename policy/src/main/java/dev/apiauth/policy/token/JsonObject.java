package dev.apiauth.policy.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An immutable JSON object that was read strictly: valid UTF-8, no member twice, at most eight
 * levels deep (J3, J16).
 */
public final class JsonObject {

  private final ObjectNode node;

  JsonObject(ObjectNode node) {
    this.node = node;
  }

  /**
   * Reads an object. The caller has bounded the number of bytes.
   *
   * @return empty if the bytes are anything else than one such object
   */
  public static Optional<JsonObject> parse(byte[] utf8) {
    return StrictJson.read(utf8).flatMap(root -> new JsonValue(root).object());
  }

  /** Whether there is a member of that name, be its value {@code null}. */
  public boolean has(String name) {
    return node.has(name);
  }

  /** The member of exactly that name. */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(node.get(name)).map(JsonValue::new);
  }

  /** The member of that name, if it is a string. */
  public Optional<String> string(String name) {
    return get(name).flatMap(JsonValue::string);
  }

  /** The member that {@code path} leads to; see {@link ClaimPath}. */
  public Optional<JsonValue> at(ClaimPath path) {
    return path.in(this);
  }

  /** This object with another member, in place of one of that name. */
  JsonObject with(String name, JsonValue value) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.setAll(node);
    copy.set(name, value.node());
    return new JsonObject(copy);
  }

  /** This object without the members that are exactly this string. */
  JsonObject withoutMembersThatAre(String text) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(
            member -> !member.getValue().isTextual() || !member.getValue().textValue().equals(text))
        .forEach(member -> copy.set(member.getKey(), member.getValue()));
    return new JsonObject(copy);
  }

  /** This object as a value. */
  public JsonValue asValue() {
    return new JsonValue(node);
  }

  /** How many members there are. */
  public int size() {
    return node.size();
  }

  /** Follows {@code steps} through objects and, where a step is a number, arrays. */
  Optional<JsonValue> follow(Iterable<String> steps) {
    JsonNode reached = node;
    for (String step : steps) {
      reached = reached.isArray() ? reached.path(ClaimPath.index(step)) : reached.path(step);
    }
    return reached.isMissingNode() ? Optional.empty() : Optional.of(new JsonValue(reached));
  }

  /** The number of members only: a value may be a secret. */
  @Override
  public String toString() {
    return "JsonObject[" + node.size() + " members]";
  }
}
