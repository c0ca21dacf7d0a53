package dev.apiauth.policy.check;

import java.util.stream.Stream;

/**
 * Where a value stands in a resource, as the API server prints it.
 *
 * @param text such as {@code spec.providers[0].audiences}; empty at the top
 */
record FieldPath(String text) {

  static final FieldPath TOP = new FieldPath("");

  FieldPath child(String name) {
    return new FieldPath(text.isEmpty() ? name : text + "." + name);
  }

  FieldPath index(int position) {
    return new FieldPath(text + "[" + position + "]");
  }

  /** All items of a list, in a sentence about the schema. */
  FieldPath everyItem() {
    return new FieldPath(text + "[]");
  }

  /** The path that a CEL rule names relative to its own place, such as {@code .identity}. */
  FieldPath relative(String ruleFieldPath) {
    return ruleFieldPath.isEmpty() ? this : child(ruleFieldPath.substring(1));
  }

  /** This place and all above it, the top last. */
  Stream<FieldPath> withAncestors() {
    return text.isEmpty()
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), parent().withAncestors());
  }

  private FieldPath parent() {
    int end = Math.max(text.lastIndexOf('.'), text.lastIndexOf('['));
    return end < 0 ? TOP : new FieldPath(text.substring(0, end));
  }

  @Override
  public String toString() {
    return text;
  }
}
