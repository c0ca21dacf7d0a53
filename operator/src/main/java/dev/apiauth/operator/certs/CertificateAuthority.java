package dev.apiauth.operator.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs the certificates of webhook, operator and sidecars.
 *
 * @param certificate what others trust
 * @param key what signs; secret
 */
record CertificateAuthority(X509Certificate certificate, PrivateKey key) {

  static final Duration LIFE = Duration.ofDays(365);

  static CertificateAuthority create(Instant now) {
    var keys = KeyPairs.create();
    var certificate = X509Signing.authority(keys, Validity.startingNow(now, LIFE));
    return new CertificateAuthority(certificate, keys.getPrivate());
  }

  /** A new key with a certificate as ordered, which does not outlive this authority. */
  IssuedCertificate issue(CertificateOrder order, Instant now) {
    var keys = KeyPairs.create();
    var validity = Validity.startingNow(now, order.purpose().life()).within(validity());
    var leaf = X509Signing.leaf(order, keys.getPublic(), validity, this);
    return new IssuedCertificate(leaf, keys.getPrivate());
  }

  boolean hasSigned(X509Certificate leaf) {
    try {
      leaf.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  Validity validity() {
    return Validity.of(certificate);
  }

  @Override
  public String toString() {
    return "CertificateAuthority[" + certificate.getSubjectX500Principal() + "]";
  }
}
