package dev.apiauth.policy.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.CheckedResource.Refused;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says about a resource file what the API server would say when it is applied with strict
 * validation: schema, defaults and CEL rules of the committed CRD, in the same words.
 *
 * <p>Not checked: whether preset, product and Secrets exist and fit together (that is resolving),
 * and what only a cluster knows, such as changes that a rule forbids. Safe for use by several
 * threads.
 */
public final class ResourceCheck {

  private static final String CRD = "atlassianapiauths.apiauth.dev.yaml";

  private final StructuralSchema schema;
  private final RulePrograms programs = new RulePrograms();
  private final ObjectMapper toRecords = new JsonMapper();

  private ResourceCheck(StructuralSchema schema) {
    this.schema = schema;
  }

  /**
   * A check by the CRD that this build was made with. Reads it at once; the rules are compiled by
   * the first check, which takes about a second for it.
   */
  public static ResourceCheck byCommittedCrd() {
    return new ResourceCheck(committedSchema());
  }

  /** The schema that the build copied in, but for the status, which is never checked. */
  static StructuralSchema committedSchema() {
    try (var crd = ResourceCheck.class.getResourceAsStream(CRD)) {
      JsonNode root = new YAMLMapper().readTree(Objects.requireNonNull(crd, CRD));
      JsonNode schema = root.at("/spec/versions/0/schema/openAPIV3Schema");
      ((ObjectNode) schema.path("properties")).remove("status");
      return new StructuralSchema(schema);
    } catch (IOException damaged) {
      throw new UncheckedIOException("the build is damaged: " + CRD, damaged);
    }
  }

  /**
   * Checks one file. Its status, if it has one, is not looked at: the API server drops it.
   *
   * @param yaml the text of a file with one resource; at most 512 KiB
   */
  public CheckedResource check(String yaml) {
    var findings = new Findings();
    ObjectNode resource = new ManifestYaml(findings).read(yaml);
    if (findings.isWellShaped(FieldPath.TOP)) {
      checkAll(resource, new MetadataCheck(findings)::checkMetadata, findings);
    }
    return answer(resource, findings);
  }

  /**
   * Checks an object as an API server returns it. What that one may have accepted by another CRD,
   * such as a newer one, is refused here. Metadata and status are its own business: nothing but
   * name and namespace is looked at there.
   *
   * @param resource the object, which stays as it is
   */
  public CheckedResource check(ObjectNode resource) {
    var findings = new Findings();
    var copy = resource.deepCopy();
    checkAll(copy, new MetadataCheck(findings)::checkNames, findings);
    return answer(copy, findings);
  }

  private void checkAll(ObjectNode resource, Consumer<JsonNode> ofMetadata, Findings findings) {
    new MetadataCheck(findings).checkType(resource);
    if (!findings.isWellShaped(FieldPath.TOP)) return;
    ofMetadata.accept(resource.path("metadata"));
    checkSchema(resource.deepCopy().without(MetadataCheck.BESIDE_THE_SPEC), findings)
        .ifPresent(spec -> resource.set("spec", spec));
  }

  private CheckedResource answer(ObjectNode resource, Findings findings) {
    return findings.isEmpty() ? new Accepted(bind(resource)) : new Refused(findings.problems());
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

  private AtlassianApiAuthResource bind(ObjectNode resource) {
    JsonNode metadata = resource.path("metadata");
    try {
      return new AtlassianApiAuthResource(
          metadata.path("name").asText(),
          metadata.path("namespace").asText(""),
          metadata.path("generation").asLong(0),
          toRecords.treeToValue(resource.path("spec"), AtlassianApiAuthSpec.class));
    } catch (JsonProcessingException differing) {
      throw new IllegalStateException("the CRD accepts what the records do not", differing);
    }
  }
}
