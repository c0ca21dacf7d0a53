package dev.apiauth.operator.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate with its key.
 *
 * @param certificate what is shown
 * @param key its private key; secret
 */
record IssuedCertificate(X509Certificate certificate, PrivateKey key) {

  /**
   * Reads the two from PEM text.
   *
   * @throws GeneralSecurityException if one of them is none, or the key is another certificate's
   */
  static IssuedCertificate read(String certificatePem, String keyPem)
      throws GeneralSecurityException {
    var issued = new IssuedCertificate(Pem.readCertificate(certificatePem), Pem.readKey(keyPem));
    var keys = new KeyPair(issued.certificate.getPublicKey(), issued.key);
    if (!KeyPairs.match(keys)) throw new GeneralSecurityException("the key is another's");
    return issued;
  }

  @Override
  public String toString() {
    return "IssuedCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
