package dev.apiauth.e2e.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the API server takes down of one account's writes (Kubernetes documentation, Auditing).
 *
 * @param folder where policy and log are
 */
record AuditLog(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A write, whatever it came to.
   *
   * @param verb create, update, patch or delete
   * @param resource the plural, with the subresource if there is one
   * @param name the object's
   */
  record Write(String verb, String resource, String name) {

    boolean isOfLease() {
      return resource.equals("leases");
    }
  }

  /** Of the writes of a service account whose name is its namespace's. */
  static AuditLog ofAccount(String account) {
    try {
      Path folder = Files.createTempDirectory("apiauth-audit-");
      String user = "system:serviceaccount:%s:%s".formatted(account, account);
      Files.writeString(folder.resolve("policy.yaml"), policy(user));
      return new AuditLog(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(String user) {
    return """
    apiVersion: audit.k8s.io/v1
    kind: Policy
    omitStages: [RequestReceived]
    rules:
    - level: Metadata
      users: ["%s"]
      verbs: [create, update, patch, delete, deletecollection]
    - level: None
    """
        .formatted(user);
  }

  /** A control plane whose API server keeps this log. */
  ControlPlaneOptions controlPlane() {
    return ControlPlaneOptions.defaults()
        .withApiServerFlags(
            "--audit-policy-file=" + folder.resolve("policy.yaml"), "--audit-log-path=" + file());
  }

  private Path file() {
    return folder.resolve("audit.log");
  }

  /** All writes so far, oldest first; a line that is being written is not one yet. */
  List<Write> writes() {
    try {
      String log = Files.readString(file());
      return log.substring(0, log.lastIndexOf('\n') + 1).lines().map(AuditLog::write).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Write write(String line) {
    try {
      JsonNode event = JSON.readTree(line);
      JsonNode object = event.path("objectRef");
      String subresource = object.path("subresource").asText();
      return new Write(
          event.path("verb").asText(),
          object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
          object.path("name").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no audit event: " + line, e);
    }
  }
}
