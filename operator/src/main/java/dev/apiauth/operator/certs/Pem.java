package dev.apiauth.operator.certs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The textual encodings of RFC 7468: certificates, and keys as PKCS #8. */
final class Pem {

  private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_END = "-----END PRIVATE KEY-----";
  private static final Base64.Encoder LINES_OF_64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(X509Certificate certificate) {
    try {
      return encoded("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate without an encoding", e);
    }
  }

  static String write(PrivateKey key) {
    return encoded("PRIVATE KEY", key.getEncoded());
  }

  /**
   * Reads the first certificate of the text.
   *
   * @throws GeneralSecurityException if there is none
   */
  static X509Certificate readCertificate(String pem) throws GeneralSecurityException {
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    var certificate = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    if (certificate instanceof X509Certificate x509) return x509;
    throw new CertificateException("not an X.509 certificate");
  }

  /**
   * Reads an elliptic curve key.
   *
   * @throws GeneralSecurityException if it is none; the message holds nothing of the text
   */
  static PrivateKey readKey(String pem) throws GeneralSecurityException {
    int begin = pem.indexOf(KEY_BEGIN);
    int end = pem.indexOf(KEY_END);
    if (begin < 0 || end < begin) throw new GeneralSecurityException("not a PKCS #8 key in PEM");
    try {
      var der = Base64.getMimeDecoder().decode(pem.substring(begin + KEY_BEGIN.length(), end));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not the Base64 of a key");
    }
  }

  private static String encoded(String label, byte[] der) {
    var body = LINES_OF_64.encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }
}
