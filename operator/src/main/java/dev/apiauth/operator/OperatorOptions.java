package dev.apiauth.operator;

import dev.apiauth.operator.inject.NativeSidecars;
import dev.apiauth.operator.inject.SidecarTemplate.PullPolicy;
import java.util.List;
import java.util.Set;

/**
 * The settings of an operator. No secret is among them.
 *
 * @param namespace the operator's own namespace: its lease and its certificate authority are there
 * @param watchNamespaces the namespaces whose resources it serves; at least one
 * @param monitoringNamespaces the namespaces that may scrape sidecars' metrics, besides its own
 * @param sidecar what is put into pods
 * @param webhook how the API server reaches it
 * @param probes where probes and metrics are served, in plain HTTP
 * @param egressAllow where provider URLs may lead beside the public internet
 * @param identity what it calls itself when replicas choose the one that writes
 */
public record OperatorOptions(
    String namespace,
    Set<String> watchNamespaces,
    List<String> monitoringNamespaces,
    SidecarOptions sidecar,
    WebhookOptions webhook,
    Endpoint probes,
    List<String> egressAllow,
    String identity) {

  /** Lists are copied. */
  public OperatorOptions {
    watchNamespaces = Set.copyOf(watchNamespaces);
    monitoringNamespaces = List.copyOf(monitoringNamespaces);
    egressAllow = List.copyOf(egressAllow);
  }

  /**
   * What is put into pods. The image is the installation's alone: who may write a resource must not
   * be able to run an image that holds every token.
   *
   * @param image the sidecar's image
   * @param pullPolicy when it is pulled
   * @param nativeSidecars whether it is a native sidecar
   */
  public record SidecarOptions(
      String image, PullPolicy pullPolicy, NativeSidecars nativeSidecars) {}

  /**
   * How the API server reaches the operator.
   *
   * @param configuration the name of the MutatingWebhookConfiguration that gets the authority
   * @param listen where the webhook is served
   * @param hosts the DNS names and addresses that its certificate is for
   */
  public record WebhookOptions(String configuration, Endpoint listen, List<String> hosts) {

    /** The list is copied. */
    public WebhookOptions {
      hosts = List.copyOf(hosts);
    }
  }
}
