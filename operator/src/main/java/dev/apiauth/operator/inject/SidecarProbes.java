package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * How the kubelet asks the sidecar. There is no liveness probe: a restart mends nothing that
 * readiness could find, and would cut every request.
 *
 * <p>Every field is written that the API server would fill in.
 */
final class SidecarProbes {

  /** Five minutes, for images that unpack on a node under load. */
  private static final int STARTUP_SECONDS = 300;

  private SidecarProbes() {}

  /** Asks whether it serves at all: the product, which waits for it, cannot be up yet. */
  static Probe startup() {
    return usual("/livez").withPeriodSeconds(1).withFailureThreshold(STARTUP_SECONDS).build();
  }

  /** Asks whether a policy is loaded and the product's port is open. */
  static Probe readiness() {
    return usual("/readyz").withPeriodSeconds(5).withFailureThreshold(3).build();
  }

  private static ProbeBuilder usual(String path) {
    return new ProbeBuilder().withHttpGet(get(path)).withTimeoutSeconds(3).withSuccessThreshold(1);
  }

  private static HTTPGetAction get(String path) {
    return new HTTPGetActionBuilder()
        .withPath(path)
        .withPort(new IntOrString(PodParts.PROBES))
        .withScheme("HTTP")
        .build();
  }
}
