package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;

/**
 * The product in a pod.
 *
 * @param container the container that runs it
 * @param port its port that is named http, or was before an injection
 */
record Product(Container container, ContainerPort port) {

  String name() {
    return container.getName();
  }

  int number() {
    return port.getContainerPort();
  }

  /** Whether a port of a container is this one; another container may have one that looks alike. */
  boolean is(Container other, ContainerPort otherPort) {
    return other.getName().equals(name()) && otherPort.equals(port);
  }
}
