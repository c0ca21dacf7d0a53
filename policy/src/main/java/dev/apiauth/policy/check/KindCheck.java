package dev.apiauth.policy.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds resources of one kind to the committed CRD of that kind. Safe for use by several threads.
 */
final class KindCheck {

  private final String kind;
  private final StructuralSchema schema;
  private final RulePrograms programs = new RulePrograms();
  private final ObjectMapper toRecords = new JsonMapper();

  /**
   * Reads a CRD that the build copied in.
   *
   * @param kind the kind
   * @param plural what the file is named after
   */
  KindCheck(String kind, String plural) {
    this.kind = kind;
    this.schema = committedSchema(plural);
  }

  /** What a check ends with. */
  sealed interface Verdict {

    /** Schema and rules accept it; defaults are filled in. */
    record Accepted(ObjectNode resource) implements Verdict {}

    /** The API server would refuse it, for at least one reason. */
    record Refused(List<Problem> problems) implements Verdict {}
  }

  /** The schema of a committed CRD, but for the status, which is never checked. */
  static StructuralSchema committedSchema(String plural) {
    String file = plural + ".apiauth.dev.yaml";
    try (var crd = KindCheck.class.getResourceAsStream(file)) {
      JsonNode root = new YAMLMapper().readTree(Objects.requireNonNull(crd, file));
      JsonNode schema = root.at("/spec/versions/0/schema/openAPIV3Schema");
      ((ObjectNode) schema.path("properties")).remove("status");
      return new StructuralSchema(schema);
    } catch (IOException damaged) {
      throw new UncheckedIOException("the build is damaged: " + file, damaged);
    }
  }

  /** Checks the text of a file. */
  Verdict check(String yaml) {
    var findings = new Findings();
    ObjectNode resource = new ManifestYaml(findings).read(yaml);
    if (findings.isWellShaped(FieldPath.TOP)) {
      checkAll(resource, new MetadataCheck(kind, findings)::checkMetadata, findings);
    }
    return verdict(resource, findings);
  }

  /** Checks an object of an API server, which stays as it is. */
  Verdict check(ObjectNode resource) {
    var findings = new Findings();
    var copy = resource.deepCopy();
    checkAll(copy, new MetadataCheck(kind, findings)::checkNames, findings);
    return verdict(copy, findings);
  }

  /** A part of an accepted resource as its record. */
  <T> T bind(JsonNode part, Class<T> record) {
    try {
      return toRecords.treeToValue(part, record);
    } catch (JsonProcessingException differing) {
      throw new IllegalStateException("the CRD accepts what the records do not", differing);
    }
  }

  private void checkAll(ObjectNode resource, Consumer<JsonNode> ofMetadata, Findings findings) {
    new MetadataCheck(kind, findings).checkType(resource);
    if (!findings.isWellShaped(FieldPath.TOP)) return;
    ofMetadata.accept(resource.path("metadata"));
    checkSchema(resource.deepCopy().without(MetadataCheck.BESIDE_THE_SPEC), findings)
        .ifPresent(spec -> resource.set("spec", spec));
  }

  private static Verdict verdict(ObjectNode resource, Findings findings) {
    return findings.isEmpty()
        ? new Verdict.Accepted(resource)
        : new Verdict.Refused(findings.problems());
  }

  /**
   * The order is the API server's: strict decoding, pruning, defaulting, shape, list keys, rules.
   */
  private Optional<JsonNode> checkSchema(ObjectNode body, Findings findings) {
    var top = new Place(body, schema, FieldPath.TOP);
    top.withDescendants().forEach(new UnknownFields(schema, findings)::check);
    Defaulting.apply(body, schema);
    top.withDescendants().forEach(new ShapeCheck(findings)::check);
    top.withDescendants().forEach(new ListKeys(findings)::check);
    top.withDescendants().forEach(new RuleCheck(programs, findings)::check);
    return Optional.ofNullable(body.get("spec"));
  }
}
