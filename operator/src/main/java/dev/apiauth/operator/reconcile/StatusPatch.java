package dev.apiauth.operator.reconcile;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/**
 * The object of a status patch: name, namespace and status and nothing else, since what stands in
 * it is what the operator owns afterwards (Kubernetes documentation, Server-Side Apply).
 */
final class StatusPatch {

  private StatusPatch() {}

  static UncheckedApiAuth of(UncheckedApiAuth resource, AtlassianApiAuthStatus status) {
    var patch = new UncheckedApiAuth();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(resource.getMetadata().getName())
            .withNamespace(resource.getMetadata().getNamespace())
            .build());
    patch.setStatus(status);
    return patch;
  }
}
