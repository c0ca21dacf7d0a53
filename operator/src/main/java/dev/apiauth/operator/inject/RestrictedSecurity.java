package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.OptionalLong;

/**
 * What the sidecar is not allowed to do: all that the profile "restricted" of the Pod Security
 * Standards asks for, said by the container itself, whatever the pod says, and a read-only root.
 */
final class RestrictedSecurity {

  private RestrictedSecurity() {}

  static SecurityContext context(OptionalLong user) {
    var context =
        new SecurityContextBuilder()
            .withAllowPrivilegeEscalation(false)
            .withPrivileged(false)
            .withReadOnlyRootFilesystem(true)
            .withRunAsNonRoot(true)
            .withNewCapabilities()
            .addToDrop("ALL")
            .endCapabilities()
            .withNewSeccompProfile()
            .withType("RuntimeDefault")
            .endSeccompProfile();
    user.ifPresent(context::withRunAsUser);
    return context.build();
  }
}
