package dev.apiauth.operator.certs;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says whether a certificate that is there still does, so that nothing is signed twice. */
final class Fitness {

  private Fitness() {}

  /**
   * Why a certificate has to be issued anew; empty if it does.
   *
   * @param certificate the one that is there
   * @param order what it shall say
   * @param authorities who may have signed it
   */
  static Optional<String> objection(
      X509Certificate certificate, CertificateOrder order, Authorities authorities, Instant now) {
    var validity = Validity.of(certificate);
    if (!validity.includes(now)) return Optional.of("it is not valid at this time");
    if (validity.isDue(now)) return Optional.of("two thirds of its life are over");
    if (!order.names().equals(AlternativeName.of(certificate))) {
      return Optional.of("it carries other names");
    }
    if (!isFor(order.purpose(), certificate)) return Optional.of("it has another purpose");
    if (!authorities.haveSigned(certificate)) return Optional.of("its authority is gone");
    return Optional.empty();
  }

  private static boolean isFor(Purpose purpose, X509Certificate certificate) {
    try {
      return List.of(purpose.extendedUsage()).equals(certificate.getExtendedKeyUsage());
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
