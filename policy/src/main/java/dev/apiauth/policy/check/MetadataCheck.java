package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * Holds what every resource has to what the API server demands of it: apiVersion, kind, and the
 * parts of metadata that this product reads.
 */
final class MetadataCheck {

  /** What a resource has at its top that is not for its schema to judge. */
  static final List<String> BESIDE_THE_SPEC = List.of("apiVersion", "kind", "metadata", "status");

  private static final String API_VERSION = "apiauth.dev/v1alpha1";

  /** The fields of ObjectMeta (Kubernetes API reference, meta/v1). */
  private static final Set<String> FIELDS =
      Set.of(
          "annotations",
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generateName",
          "generation",
          "labels",
          "managedFields",
          "name",
          "namespace",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  private static final Label NAME =
      new Label(
          "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
          253,
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
              + " or '.', and must start and end with an alphanumeric character",
          "example.com");

  private static final Label NAMESPACE =
      new Label(
          "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
          63,
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " and must start and end with an alphanumeric character",
          "my-name");

  private final String kind;
  private final Findings findings;

  MetadataCheck(String kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /** What a name has to look like, and the API server's words where it does not. */
  private record Label(String expression, int most, String rule, String example) {

    boolean fits(String text) {
      return text.length() <= most && Pattern.matches(expression, text);
    }

    String wordsFor(String text) {
      return text.length() > most
          ? "must be no more than %d characters".formatted(most)
          : "%s (e.g. '%s', regex used for validation is '%s')"
              .formatted(rule, example, expression);
    }
  }

  /** Reports a resource of another kind or version; nothing else is worth saying about that one. */
  void checkType(JsonNode resource) {
    checkConstant(resource, "apiVersion", API_VERSION);
    checkConstant(resource, "kind", kind);
  }

  private void checkConstant(JsonNode resource, String field, String expected) {
    JsonNode actual = resource.path(field);
    if (actual.asText().equals(expected)) return;
    boolean several = field.equals("kind") && actual.asText().endsWith("List");
    findings.shapeFault(
        FieldPath.TOP.child(field),
        ApiServerWords.invalid(TextNode.valueOf(actual.asText()), "must be " + expected),
        several ? "Put each resource into a file of its own" : "");
  }

  /** Reports what is wrong with the metadata of a file. */
  void checkMetadata(JsonNode metadata) {
    FieldPath path = FieldPath.TOP.child("metadata");
    if (!metadata.isObject() && !metadata.isMissingNode()) {
      findings.shapeFault(
          path, ApiServerWords.wrongType(path, JsonTypes.nameOf(metadata), "object"), "");
      return;
    }
    checkFields(metadata, path);
    checkNames(metadata);
  }

  /** Reports what is wrong with name and namespace. */
  void checkNames(JsonNode metadata) {
    FieldPath path = FieldPath.TOP.child("metadata");
    checkName(metadata.path("name"), path.child("name"));
    checkLabel(metadata.path("namespace"), path.child("namespace"), NAMESPACE);
  }

  private void checkFields(JsonNode metadata, FieldPath path) {
    for (var field : metadata.properties()) {
      if (FIELDS.contains(field.getKey())) continue;
      FieldPath place = path.child(field.getKey());
      String mend =
          SimilarNames.nearest(field.getKey(), FIELDS)
              .map("Did you mean `%s`?"::formatted)
              .orElse("");
      findings.fault(place, ApiServerWords.unknownField(place), mend);
    }
  }

  private void checkName(JsonNode name, FieldPath path) {
    if (name.asText().isEmpty()) {
      findings.shapeFault(
          path, ApiServerWords.required("name or generateName is required"), "Name the resource");
    } else {
      checkLabel(name, path, NAME);
    }
  }

  private void checkLabel(JsonNode value, FieldPath path, Label label) {
    if (value instanceof MissingNode || value.isNull()) return;
    if (!value.isTextual()) {
      String words = ApiServerWords.wrongType(path, JsonTypes.nameOf(value), "string");
      findings.shapeFault(path, words, "");
    } else if (!label.fits(value.textValue())) {
      findings.fault(path, ApiServerWords.invalid(value, label.wordsFor(value.textValue())), "");
    }
  }
}
