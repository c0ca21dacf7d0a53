package dev.apiauth.operator.render;

import dev.apiauth.operator.certs.SidecarCertificate;
import dev.apiauth.policy.document.EncodedPolicy;

/**
 * All that is published for a resource.
 *
 * @param namespace the resource's namespace
 * @param resource the resource's name
 * @param policy the policy with the secrets that it refers to
 * @param channel the certificates of the operator channel
 * @param spec the resource whose policy this is, as YAML: it goes on being rendered while what
 *     stands in the API server is refused
 */
public record Publication(
    String namespace,
    String resource,
    EncodedPolicy policy,
    SidecarCertificate channel,
    String spec) {

  @Override
  public String toString() {
    return "Publication[%s/%s, %s]".formatted(namespace, resource, policy.hash().shortened());
  }
}
