package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;

/** The names that schemas have for the kinds of values. */
final class JsonTypes {

  private JsonTypes() {}

  static String nameOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "object";
      case ARRAY -> "array";
      case STRING, BINARY -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case NULL, MISSING -> "null";
    };
  }

  /** Whether a value has a type; {@code 8080.0} is an integer, too. */
  static boolean fits(JsonNode value, String type) {
    if (type.equals("integer")) return value.isNumber() && isWhole(value.doubleValue());
    return nameOf(value).equals(type);
  }

  private static boolean isWhole(double number) {
    return Double.isFinite(number) && number == Math.rint(number);
  }
}
