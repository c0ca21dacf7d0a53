package dev.apiauth.sidecar;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.sidecar.audit.QueuedAuditLog;
import dev.apiauth.sidecar.exchange.EnforcedPolicy;
import dev.apiauth.sidecar.listen.ProductListener;
import dev.apiauth.sidecar.prove.VerifierFactory;
import dev.apiauth.sidecar.reload.ActivePolicy;
import dev.apiauth.sidecar.reload.PolicyReloader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sidecar that serves. */
public final class RunningSidecar implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningSidecar.class);

  private final Vertx vertx;
  private final SidecarOptions options;
  private final int port;
  private final ProductListener listener;
  private final PolicyReloader<EnforcedPolicy> reloader;
  private final VerifierFactory verifiers;
  private final QueuedAuditLog audit;

  RunningSidecar(
      Vertx vertx,
      SidecarOptions options,
      int port,
      ProductListener listener,
      PolicyReloader<EnforcedPolicy> reloader,
      VerifierFactory verifiers,
      QueuedAuditLog audit) {
    this.vertx = vertx;
    this.options = options;
    this.port = port;
    this.listener = listener;
    this.reloader = reloader;
    this.verifiers = verifiers;
    this.audit = audit;
  }

  /** The port at which clients are served. */
  public int port() {
    return port;
  }

  /** The hash of the policy in force; empty while none is. */
  public Optional<PolicyHash> policy() {
    return reloader.active().map(ActivePolicy::hash);
  }

  /**
   * Leaves without losing a request (F28): see {@link SidecarOptions.DrainTimes}. Returns when
   * everything has ended.
   */
  @Override
  public void close() {
    try {
      Sidecar.await(listener.drain(options.drain().accept(), options.drain().finish()));
    } catch (IOException e) {
      LOG.warn("not every connection ended in time", e);
    }
    reloader.close();
    verifiers.close();
    try {
      Sidecar.await(vertx.close());
    } catch (IOException e) {
      LOG.warn("the event loops did not end", e);
    }
    audit.close();
  }
}
