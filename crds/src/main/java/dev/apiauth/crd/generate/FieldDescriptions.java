package dev.apiauth.crd.generate;

import dev.apiauth.crd.generate.SpecJavadoc.TypeDoc;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives each field the sentences that its record says about it, followed by what the field's own
 * type says beyond them.
 */
final class FieldDescriptions {

  private final SpecJavadoc javadoc;

  FieldDescriptions(SpecJavadoc javadoc) {
    this.javadoc = javadoc;
  }

  /**
   * Describes a field and all below it.
   *
   * @throws IllegalStateException if a record does not say what one of its components means
   */
  void describe(SchemaNode root) {
    root.schema().setDescription(docOf(root).body());
    root.withDescendants().filter(node -> node.rawType().isRecord()).forEach(this::describeFields);
  }

  private void describeFields(SchemaNode owner) {
    var sentences = docOf(owner).members();
    for (RecordComponent component : owner.rawType().getRecordComponents()) {
      var field = owner.field(component);
      field.schema().setDescription(description(sentence(component, sentences), field));
    }
    if (owner.path().endsWith("[]")) owner.schema().setDescription(docOf(owner).body());
  }

  private String description(String sentence, SchemaNode field) {
    var type = javadoc.of(field.rawType());
    if (type.isEmpty()) return sentence;
    return field.rawType().isEnum()
        ? withConstants(sentence, field.rawType(), type.get())
        : withoutRepetition(sentence, type.get().body());
  }

  /** The type's text, behind a sentence that it may itself begin with. */
  private static String withoutRepetition(String sentence, String body) {
    String opening = body.split("(?<=\\.)\\s", 2)[0];
    String bare = opening.substring(0, Math.max(0, opening.length() - 1)).toLowerCase(Locale.ROOT);
    if (!sentence.toLowerCase(Locale.ROOT).startsWith(bare)) return sentence + "\n" + body;
    String rest = body.substring(opening.length());
    return (sentence + rest).strip();
  }

  /** A line for each constant, unless the sentence says itself what they mean here. */
  private static String withConstants(String sentence, Class<?> type, TypeDoc doc) {
    var constants = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    if (constants.stream().allMatch(constant -> sentence.contains(constant + ":"))) return sentence;
    return constants.stream()
        .map(constant -> "\n" + constant + ": " + doc.members().get(constant))
        .collect(Collectors.joining("", sentence, ""));
  }

  private static String sentence(RecordComponent component, Map<String, String> sentences) {
    String text = sentences.getOrDefault(component.getName(), "");
    if (text.isEmpty()) {
      throw new IllegalStateException(
          "%s does not say what %s means: add an @param"
              .formatted(component.getDeclaringRecord().getSimpleName(), component.getName()));
    }
    String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  private TypeDoc docOf(SchemaNode node) {
    return javadoc
        .of(node.rawType())
        .orElseThrow(() -> new IllegalStateException(node.path() + " has no Javadoc"));
  }
}
