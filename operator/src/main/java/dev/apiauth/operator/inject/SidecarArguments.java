package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import java.util.ArrayList;
import java.util.List;

/** The sidecar's command line. Nothing in it is a secret, and nothing in it is the policy's. */
final class SidecarArguments {

  private static final String ANYWHERE = "0.0.0.0:";

  private SidecarArguments() {}

  static List<String> of(SidecarTemplate template, UpstreamFacts upstream) {
    var arguments = new ArrayList<String>();
    arguments.add("--policy=" + PodParts.POLICY_DIRECTORY);
    arguments.add("--operator-certificates=" + PodParts.POLICY_DIRECTORY);
    arguments.add("--listen=" + ANYWHERE + PodParts.LISTENER_PORT);
    arguments.add("--probes=" + ANYWHERE + PodParts.PROBES_PORT);
    arguments.add("--operator-channel=" + ANYWHERE + PodParts.CHANNEL_PORT);
    if (!template.egressAllow().isEmpty())
      arguments.add("--egress-allow=" + String.join(",", template.egressAllow()));
    arguments.add("--product-port=" + upstream.port());
    upstream.contextPath().ifPresent(path -> arguments.add("--product-context-path=" + path));
    upstream.externalBase().ifPresent(base -> arguments.add("--product-external-base=" + base));
    return arguments;
  }
}
