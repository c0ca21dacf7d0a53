package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * The workload whose pods run the product. A sidecar that runs alone, outside Kubernetes, does not
 * read it.
 *
 * @param group the workload's API group
 * @param kind the workload's kind
 * @param name the workload's name, in the namespace of the resource
 * @param container the product's container, where the pod has more than one with a port named http
 */
public record TargetRef(
    @Default("apps") @Size(min = 1, max = 253) String group,
    @Default("StatefulSet") @Size(min = 1, max = 63) @Pattern("^StatefulSet$") String kind,
    @Required @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") String name,
    @Nullable @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        String container) {

  /** Absent fields take their defaults. */
  public TargetRef {
    group = Defaults.orElse(group, "apps");
    kind = Defaults.orElse(kind, "StatefulSet");
  }
}
