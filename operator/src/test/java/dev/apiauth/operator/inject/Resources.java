package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Optional;

/** Resources and installations for tests. */
final class Resources {

  private Resources() {}

  /** A resource of the namespace atlassian that was accepted. */
  static Candidate naming(String statefulSet) {
    return naming(statefulSet, "");
  }

  /**
   * The same, for one container.
   *
   * @param container {@code , container: NAME} or nothing
   */
  static Candidate naming(String statefulSet, String container) {
    String resource =
        """
        metadata: {name: protect-%1$s, namespace: atlassian, uid: b1, creationTimestamp: "2026-03-01T10:00:00Z"}
        spec:
          product: Jira
          targetRef: {name: %1$s%2$s}
          access: {groups: {allow: ["*"]}}
        status: {policyHash: 9f2c1a}
        """
            .formatted(statefulSet, container);
    return read(Yaml.documents(resource).findFirst().orElseThrow());
  }

  static Candidate read(JsonNode resource) {
    ObjectMeta metadata = Yaml.as(ObjectMeta.class, resource.path("metadata"));
    return new Candidate(
        metadata.getName(),
        metadata.getNamespace(),
        Precedence.of(metadata),
        Optional.ofNullable(resource.at("/status/policyHash").textValue()),
        Yaml.as(AtlassianApiAuthSpec.class, resource.path("spec")));
  }

  static SidecarTemplate template(SidecarKind kind) {
    return new SidecarTemplate(
        "registry.example/apiauth/sidecar:0.1.0",
        SidecarTemplate.PullPolicy.IfNotPresent,
        kind,
        List.of(),
        SidecarResources.DEFAULT);
  }

  static InjectionDecider decider(SidecarKind kind) {
    return new InjectionDecider(() -> template(kind));
  }
}
