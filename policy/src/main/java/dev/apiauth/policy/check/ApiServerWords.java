package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The API server's sentences about a field, so that a file and a cluster refuse in the same words
 * (k8s.io/apimachinery, field errors; k8s.io/kube-openapi, validation errors; as of 1.34).
 */
final class ApiServerWords {

  private ApiServerWords() {}

  static String required() {
    return "Required value";
  }

  static String required(String detail) {
    return required() + ": " + detail;
  }

  static String unknownField(FieldPath path) {
    return "unknown field \"" + path + "\"";
  }

  static String unsupported(JsonNode value, List<String> supported) {
    return supported.stream()
        .map(one -> TextNode.valueOf(one).toString())
        .collect(
            Collectors.joining(", ", "Unsupported value: " + value + ": supported values: ", ""));
  }

  static String tooLong(long most) {
    return "Too long: may not be more than %d %s".formatted(most, most == 1 ? "byte" : "bytes");
  }

  static String tooMany(int actual, long most) {
    return "Too many: %d: must have at most %d %s"
        .formatted(actual, most, most == 1 ? "item" : "items");
  }

  static String tooShort(FieldPath path, JsonNode value, long least) {
    return invalid(path, value, "should be at least %d chars long".formatted(least));
  }

  static String tooFew(FieldPath path, int actual, long least, String ofWhat) {
    String detail = "should have at least %d %s".formatted(least, ofWhat);
    return invalid(path, LongNode.valueOf(actual), detail);
  }

  static String mismatch(FieldPath path, JsonNode value, String pattern) {
    return invalid(path, value, "should match '%s'".formatted(pattern));
  }

  static String tooLow(FieldPath path, JsonNode value, long least) {
    return invalid(path, value, "should be greater than or equal to " + least);
  }

  static String tooHigh(FieldPath path, JsonNode value, long most) {
    return invalid(path, value, "should be less than or equal to " + most);
  }

  static String wrongType(FieldPath path, String actual, String expected) {
    var type = TextNode.valueOf(actual);
    return invalid(path, type, "must be of type %s: %s".formatted(expected, type));
  }

  static String duplicate(JsonNode value) {
    return "Duplicate value: " + value;
  }

  static String invalid(JsonNode value, String detail) {
    return "Invalid value: " + value + ": " + detail;
  }

  private static String invalid(FieldPath path, JsonNode value, String detail) {
    return invalid(value, "%s in body %s".formatted(path, detail));
  }
}
