package dev.apiauth.operator.certs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The webhook's certificate of this replica. It is signed here and never leaves the process; other
 * replicas sign their own with the same authority. Seven days, renewed after two thirds of them.
 */
public final class ServingCertificate {

  private final HeldCertificate held;
  private final Clock clock;

  /**
   * No certificate yet; {@link Certificates#ensure} issues it.
   *
   * @param hosts the DNS names and addresses under which the API server calls; at least one
   */
  public ServingCertificate(List<String> hosts, Clock clock) {
    this.held = new HeldCertificate(CertificateOrder.forWebhook(hosts));
    this.clock = clock;
  }

  /** Shows the certificate of the moment, so one context of TLS serves for all times. */
  public X509ExtendedKeyManager keyManager() {
    return held.keyManager();
  }

  /** Whether there is a certificate that is good now; before that every handshake fails. */
  public boolean isLoaded() {
    return held.isGood(clock.instant());
  }

  void refresh(Authorities authorities, Instant now) {
    held.refresh(authorities, now);
  }
}
