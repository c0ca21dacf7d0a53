package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.CheckedResource.Refused;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** An operator meets objects that a newer CRD let in, and each must be answered in words. */
class AnObjectOfTheApiServerIsJudgedByItsSpec {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void neitherMetadataNorStatusIsComplainedOf() throws IOException {
    var resource = ((Accepted) CHECK.check(returned())).resource();

    assertThat(resource.name()).isEqualTo("jira");
    assertThat(resource.namespace()).isEqualTo("atlassian");
    assertThat(resource.generation()).isEqualTo(4);
    assertThat(resource.spec().product()).isEqualTo("Jira");
  }

  @Test
  void whatIsLeftOutTakesItsDefaultAndTheObjectStaysAsItIs() throws IOException {
    var object = returned();

    var resource = ((Accepted) CHECK.check(object)).resource();

    assertThat(resource.spec().targetRef().kind()).isEqualTo("StatefulSet");
    assertThat(object).isEqualTo(returned());
  }

  @Test
  void everythingThatANewerCrdAddedIsNamed() throws IOException {
    var object = returned();
    TreePath.of("spec.quota").set(object, YAML.readTree("{perMinute: 60}"));
    TreePath.of("spec.mode").set(object, YAML.readTree("Learn"));
    TreePath.of("spec.providers[0].proofOfPossession").set(object, YAML.readTree("Required"));

    assertThat(((Refused) CHECK.check(object)).problems())
        .extracting(Problem::field, Problem::message)
        .containsExactlyInAnyOrder(
            tuple("spec.quota", "unknown field \"spec.quota\""),
            tuple(
                "spec.providers[0].proofOfPossession",
                "unknown field \"spec.providers[0].proofOfPossession\""),
            tuple(
                "spec.mode",
                "Unsupported value: \"Learn\": supported values: \"Disabled\", \"Enforce\","
                    + " \"Shadow\""));
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    var object = returned().put("apiVersion", "apiauth.dev/v1beta1");

    assertThat(((Refused) CHECK.check(object)).problems())
        .extracting(Problem::field)
        .containsExactly("apiVersion");
  }

  @Test
  void aFileMayCarryAStatusWhichCountsForNothing() throws IOException {
    var file = returned();
    ((ObjectNode) file.path("metadata")).remove("notInventedYet");
    file.putObject("status").put("policyHash", 7).put("unheardOf", true);

    assertThat(CHECK.check(YAML.writeValueAsString(file))).isInstanceOf(Accepted.class);
  }

  /**
   * The smallest resource as a watch tells of it; the last field of metadata is not invented yet.
   */
  private static ObjectNode returned() throws IOException {
    var object = (ObjectNode) YAML.readTree(Files.readString(WrongResource.smallest()));
    ((ObjectNode) object.path("metadata"))
        .put("uid", "0b4f9f0e-2f8b-4a0b-9d3c-0a6f1f1a7c55")
        .put("resourceVersion", "1187")
        .put("generation", 4)
        .put("creationTimestamp", "2026-11-24T09:00:00Z")
        .put("deletionTimestamp", "2026-11-24T10:00:00Z")
        .put("notInventedYet", true)
        .set(
            "managedFields",
            YAML.readTree("[{manager: kubectl, operation: Apply, fieldsV1: {'f:spec': {}}}]"));
    object.set(
        "status",
        YAML.readTree(
            """
            observedGeneration: 3
            conditions: [{type: Ready, status: "True", severity: NotInventedYet}]
            """));
    return object;
  }
}
