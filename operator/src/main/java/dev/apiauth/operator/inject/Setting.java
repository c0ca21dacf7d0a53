package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;

/** What a container's environment says under a name, as far as the pod itself tells it. */
sealed interface Setting {

  /** The container does not set it; the image may. */
  record Absent() implements Setting {}

  /** The value stands in the pod. */
  record Literal(String value) implements Setting {}

  /** The value comes from a Secret, a ConfigMap or another variable. */
  record Elsewhere() implements Setting {}

  /** Reads a variable; the last one counts, as the kubelet has it. */
  static Setting of(Container container, String name) {
    return PodContents.orEmpty(container.getEnv()).stream()
        .filter(variable -> variable.getName().equals(name))
        .reduce((_, last) -> last)
        .map(Setting::read)
        .orElse(new Absent());
  }

  private static Setting read(EnvVar variable) {
    if (variable.getValueFrom() != null) return new Elsewhere();
    String value = variable.getValue() == null ? "" : variable.getValue();
    return value.contains("$(") ? new Elsewhere() : new Literal(value);
  }
}
