package dev.apiauth.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;

/** Every write of a reconciliation but the status. Blocks; throws what the client throws. */
final class ClusterWriter {

  /** Owns every field that the operator writes (Kubernetes documentation, Server-Side Apply). */
  static final String FIELD_MANAGER = "apiauth-operator";

  private final KubernetesClient client;

  ClusterWriter(KubernetesClient client) {
    this.client = client;
  }

  /** Makes an object what it should be, whoever changed it in between. */
  <T extends HasMetadata> T apply(T wanted) {
    return client.resource(wanted).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
  }

  /** Deletes an object if it is still the one that was looked at. */
  void delete(HasMetadata object) {
    client.resource(object).lockResourceVersion().delete();
  }

  /** Annotates a pod; nothing happens if it is gone. */
  void annotate(Pod pod, String annotation, String value) {
    var change = Map.of("metadata", Map.of("annotations", Map.of(annotation, value)));
    client
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName())
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            client.getKubernetesSerialization().asJson(change));
  }
}
