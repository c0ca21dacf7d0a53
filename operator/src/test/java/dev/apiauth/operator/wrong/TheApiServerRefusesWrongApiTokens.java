package dev.apiauth.operator.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.wrong.Refusal.Complaint;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows that the file check is tested with, by strict dry runs; and the changes that only an API
 * server can refuse.
 */
class TheApiServerRefusesWrongApiTokens {

  private static final Path TABLE =
      Path.of(
          System.getProperty("apiauth.root"),
          "policy/src/test/resources/dev/apiauth/policy/check/api-tokens.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String RIGHT =
      "{policyRef: {name: jira}, username: ci, lifetime: 1h, secretName: first}";

  private static OperatedNamespace cluster;

  record Row(String name, ObjectNode spec, List<String> expect) {

    Row {
      expect = expect == null ? List.of() : List.copyOf(expect);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void install() {
    cluster = OperatedNamespace.prepare();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void inTheSameWords(Row row) {
    Optional<Refusal> refusal = create(row.name(), row.spec(), "dryRun=All&");

    assertThat(refusal.isPresent()).isEqualTo(!row.expect().isEmpty());
    assertThat(row.expect())
        .allMatch(expected -> refusal.orElseThrow().complaints().stream().anyMatch(said(expected)));
  }

  private static Predicate<Complaint> said(String expected) {
    int end = expected.indexOf(": ");
    return complaint ->
        complaint.field().equals(expected.substring(0, end))
            && complaint.message().contains(expected.substring(end + 2));
  }

  @Test
  void neitherUserNorPolicyOfATokenChanges() throws IOException {
    assertThat(create("fixed", spec(RIGHT), "")).isEmpty();

    assertThat(change("fixed", RIGHT.replace("username: ci", "username: root")))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.complaints())
                    .anyMatch(said("spec.username: a token belongs to one user")));
    assertThat(change("fixed", RIGHT.replace("name: jira", "name: confluence")))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.complaints())
                    .anyMatch(said("spec.policyRef: a token belongs to one policy")));
    assertThat(change("fixed", RIGHT.replace("1h", "2h").replace("first", "second"))).isEmpty();
  }

  private static ObjectNode spec(String yaml) throws IOException {
    return (ObjectNode) YAML.readTree(yaml);
  }

  private static Optional<Refusal> create(String name, ObjectNode spec, String parameters) {
    return refusal("POST", "?" + parameters + "fieldValidation=Strict", resource(name, spec));
  }

  private static Optional<Refusal> change(String name, String spec) throws IOException {
    ObjectNode resource = resource(name, spec(spec));
    String now = cluster.admin().raw(uri("/" + name));
    String version = YAML.readTree(now).at("/metadata/resourceVersion").asText();
    resource.withObject("/metadata").put("resourceVersion", version);
    return refusal("PUT", "/" + name, resource);
  }

  private static Optional<Refusal> refusal(String verb, String path, ObjectNode resource) {
    return Optional.ofNullable(
            catchThrowableOfType(
                KubernetesClientException.class,
                () -> cluster.admin().raw(uri(path), verb, resource)))
        .map(refused -> Refusal.of(refused.getStatus()));
  }

  private static String uri(String rest) {
    return "/apis/apiauth.dev/v1alpha1/namespaces/%s/atlassianapitokens%s"
        .formatted(cluster.namespace(), rest);
  }

  private static ObjectNode resource(String name, ObjectNode spec) {
    ObjectNode resource = YAML.createObjectNode();
    resource.put("apiVersion", "apiauth.dev/v1alpha1").put("kind", "AtlassianApiToken");
    resource.putObject("metadata").put("name", name).put("namespace", cluster.namespace());
    resource.set("spec", spec);
    return resource;
  }

  static Stream<Row> rows() throws IOException {
    return YAML.readValue(Files.readString(TABLE), new TypeReference<List<Row>>() {}).stream();
  }
}
