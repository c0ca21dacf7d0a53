package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.List;

/**
 * What the installation says of sidecars. The image is its alone: whoever may write a resource must
 * not be able to run an image that sees every token.
 *
 * @param image the sidecar's image
 * @param pullPolicy when the image is pulled
 * @param kind the form in which it stands in pods
 * @param egressAllow where provider URLs may lead beside the public internet
 * @param resources what it asks of its node
 */
public record SidecarTemplate(
    String image,
    PullPolicy pullPolicy,
    SidecarKind kind,
    List<String> egressAllow,
    SidecarResources resources) {

  /** When an image is pulled, in Kubernetes' words. */
  public enum PullPolicy {
    /** Each time. */
    Always,
    /** Where the node does not have it. */
    IfNotPresent,
    /** The node must have it. */
    Never
  }

  /** This template, with the amounts that a resource wants. */
  public SidecarTemplate forSpec(AtlassianApiAuthSpec spec) {
    return new SidecarTemplate(
        image,
        pullPolicy,
        kind,
        egressAllow,
        SidecarResources.of(spec.sidecar()).orElse(resources));
  }
}
