package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * The Pod Security Standards, profile "restricted", as far as they speak of one container and its
 * volumes. What a pod says for all its containers does not excuse one here.
 */
final class RestrictedProfile {

  private RestrictedProfile() {}

  static List<String> violations(Container container) {
    var violations = new ArrayList<String>();
    SecurityContext context = container.getSecurityContext();
    if (Boolean.TRUE.equals(context.getPrivileged())) violations.add("privileged");
    if (!Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()))
      violations.add("privilege escalation");
    if (!Boolean.TRUE.equals(context.getRunAsNonRoot())) violations.add("may be root");
    if (context.getRunAsUser() != null && context.getRunAsUser() == 0) violations.add("root");
    if (!context.getCapabilities().getDrop().contains("ALL")) violations.add("capabilities kept");
    if (!context.getCapabilities().getAdd().isEmpty()) violations.add("capabilities added");
    if (!context.getSeccompProfile().getType().equals("RuntimeDefault")) violations.add("seccomp");
    if (container.getPorts().stream().anyMatch(port -> port.getHostPort() != null))
      violations.add("host port");
    return violations;
  }

  static List<String> violations(Volume volume) {
    boolean allowed = volume.getSecret() != null || volume.getEmptyDir() != null;
    return allowed ? List.of() : List.of("volume " + volume.getName());
  }
}
