package dev.apiauth.operator.certs;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues the certificates of the sidecars; one for all sidecars of a resource. */
public final class SidecarCertificates {

  private static final Logger LOG = LoggerFactory.getLogger(SidecarCertificates.class);

  private final Supplier<Authorities> authorities;
  private final Clock clock;

  SidecarCertificates(Supplier<Authorities> authorities, Clock clock) {
    this.authorities = authorities;
    this.clock = clock;
  }

  /**
   * The certificate of a resource's sidecars. One that still does is given back as it is, text by
   * text; only the authorities beside it are those of today. So nothing changes while nothing has
   * to.
   *
   * @param existing what the sidecars have now; whatever is wrong with it, it is replaced
   * @throws IllegalStateException if there is no authority yet
   */
  public SidecarCertificate certificateFor(
      String namespace, String resource, Optional<SidecarCertificate> existing) {
    var trusted = authorities.get();
    var order = CertificateOrder.forSidecars(namespace, resource);
    var objection =
        existing
            .map(held -> objection(held, order, trusted))
            .orElse(Optional.of("there is none yet"));
    objection.ifPresent(
        why -> LOG.info("Sidecars of {}/{} get a new certificate: {}", namespace, resource, why));
    return existing
        .filter(held -> objection.isEmpty())
        .map(held -> withAuthorities(held, trusted))
        .orElseGet(() -> issue(order, trusted));
  }

  private Optional<String> objection(
      SidecarCertificate held, CertificateOrder order, Authorities trusted) {
    try {
      var issued = IssuedCertificate.read(held.certificate(), held.key());
      return Fitness.objection(issued.certificate(), order, trusted, clock.instant());
    } catch (GeneralSecurityException e) {
      return Optional.of("it cannot be read");
    }
  }

  private SidecarCertificate issue(CertificateOrder order, Authorities trusted) {
    var now = clock.instant();
    var issued = trusted.signer(now).issue(order, now);
    return new SidecarCertificate(
        Pem.write(issued.certificate()), Pem.write(issued.key()), trusted.bundle());
  }

  private static SidecarCertificate withAuthorities(SidecarCertificate held, Authorities trusted) {
    return new SidecarCertificate(held.certificate(), held.key(), trusted.bundle());
  }
}
