package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.certs.SidecarCertificates;
import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.render.ClosedProductPort;
import dev.apiauth.operator.render.PolicySecret;
import dev.apiauth.operator.render.Publication;
import dev.apiauth.operator.render.Published;
import dev.apiauth.operator.resolve.InForce;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the rendered objects of a resource to what they should be. Writes what differs alone. */
final class Applier {

  private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

  private final ClusterWriter writer;
  private final ClusterCaches caches;
  private final SidecarCertificates certificates;
  private final ClosedProductPort productPort;

  Applier(
      ClusterWriter writer,
      ClusterCaches caches,
      SidecarCertificates certificates,
      ClosedProductPort productPort) {
    this.writer = writer;
    this.caches = caches;
    this.certificates = certificates;
    this.productPort = productPort;
  }

  /** Publishes a policy, and closes or opens the product's port as it says. */
  void apply(Observed observed, Published published, InForce inForce) {
    publish(observed, published, inForce);
    if (closesDirectAccess(inForce)) close(observed, inForce);
    else observed.networkPolicy().ifPresent(this::open);
  }

  private void publish(Observed observed, Published published, InForce inForce) {
    Secret wanted =
        PolicySecret.render(
            new Publication(
                observed.namespace(),
                observed.name(),
                inForce.policy(),
                certificates.certificateFor(
                    observed.namespace(), observed.name(), published.channel()),
                inForce.source()));
    if (observed.rendered().filter(there -> Sameness.of(there, wanted)).isPresent()) return;
    Secret written = writer.apply(wanted);
    CacheFilling.fill(caches.secrets(), observed.rendered(), written);
    LOG.info(
        "policy {} of {}/{} is published",
        inForce.policy().hash().shortened(),
        observed.namespace(),
        observed.name());
  }

  private static boolean closesDirectAccess(InForce inForce) {
    return inForce.spec().mode() == Mode.Enforce
        && inForce.spec().interceptionOrDefault().directAccess() == DirectAccessPolicy.Refuse;
  }

  /** Without the workload nobody knows its ports; what is there stays. */
  private void close(Observed observed, InForce inForce) {
    Optional<NetworkPolicy> wanted =
        observed
            .workload()
            .map(
                workload ->
                    productPort.render(
                        observed.name(),
                        workload,
                        Optional.ofNullable(inForce.spec().targetRef().container())));
    wanted
        .filter(
            policy ->
                observed.networkPolicy().filter(there -> Sameness.of(there, policy)).isEmpty())
        .ifPresent(
            policy ->
                CacheFilling.fill(
                    caches.networkPolicies(), observed.networkPolicy(), writer.apply(policy)));
  }

  private void open(NetworkPolicy closing) {
    writer.delete(closing);
    LOG.info(
        "NetworkPolicy {}/{} is deleted: the product's port may be reached directly",
        closing.getMetadata().getNamespace(),
        closing.getMetadata().getName());
  }
}
