package dev.apiauth.operator.certs;

import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate that one replica holds in memory and renews itself. */
final class HeldCertificate {

  private static final Logger LOG = LoggerFactory.getLogger(HeldCertificate.class);

  private final CertificateOrder order;
  private final ReloadingKeyManager keys = new ReloadingKeyManager();

  HeldCertificate(CertificateOrder order) {
    this.order = order;
  }

  X509ExtendedKeyManager keyManager() {
    return keys;
  }

  boolean isGood(Instant now) {
    return keys.current().filter(held -> Validity.of(held.certificate()).includes(now)).isPresent();
  }

  /** Issues it anew if there is none or it does no longer. */
  void refresh(Authorities authorities, Instant now) {
    var objection =
        keys.current()
            .map(held -> Fitness.objection(held.certificate(), order, authorities, now))
            .orElse(Optional.of("there is none yet"));
    objection.ifPresent(why -> renew(authorities, now, why));
  }

  private void renew(Authorities authorities, Instant now, String why) {
    keys.show(authorities.signer(now).issue(order, now));
    LOG.info("The certificate for {} is issued: {}", order.purpose(), why);
  }
}
