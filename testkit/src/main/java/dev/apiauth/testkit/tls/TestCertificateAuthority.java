package dev.apiauth.testkit.tls;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/**
 * A private certificate authority: what a company's own CA is to the product's installations.
 *
 * <p>Its key lives in memory only. Keys are ECDSA P-256; the authority is valid for ten years
 * around the clock's now, so that certificates of any age can be issued below it.
 */
public final class TestCertificateAuthority {

  private final X509Certificate certificate;
  private final PrivateKey key;
  private final InstantSource clock;

  private TestCertificateAuthority(
      X509Certificate certificate, PrivateKey key, InstantSource clock) {
    this.certificate = certificate;
    this.key = key;
    this.clock = clock;
  }

  /** A new authority of that common name, with a new key, on the system's clock. */
  public static TestCertificateAuthority named(String commonName) {
    return named(commonName, InstantSource.system());
  }

  /** A new authority of that common name whose certificates count from {@code clock}. */
  public static TestCertificateAuthority named(String commonName, InstantSource clock) {
    var keys = CertificateFactory.newKeys();
    var certificate = CertificateFactory.selfSigned(commonName, keys, clock.instant());
    return new TestCertificateAuthority(certificate, keys.getPrivate(), clock);
  }

  /** Issues what was asked for, with a new key. */
  public IssuedCertificate issue(CertificateOrder order) {
    return issue(order, CertificateFactory.newKeys());
  }

  /** Issues what was asked for, for a key of any kind that the caller made. */
  public IssuedCertificate issue(CertificateOrder order, KeyPair keys) {
    var issued = CertificateFactory.signed(order, keys.getPublic(), this, clock.instant());
    return new IssuedCertificate(issued, keys.getPrivate(), certificate);
  }

  /**
   * A server certificate for these DNS names and IP addresses, valid from an hour ago for a day.
   */
  public IssuedCertificate server(String... names) {
    return issue(CertificateOrder.server(names));
  }

  /** A client certificate whose subject is that common name, valid from an hour ago for a day. */
  public IssuedCertificate client(String commonName) {
    return issue(CertificateOrder.client(commonName));
  }

  public X509Certificate certificate() {
    return certificate;
  }

  PrivateKey key() {
    return key;
  }

  public String certificatePem() {
    return Pem.certificate(certificate);
  }

  /** Writes the authority's certificate as PEM to {@code file} and answers the file. */
  public Path writeTo(Path file) {
    return Pem.write(file, certificatePem());
  }

  /** A PKCS #12 key store that trusts this authority and nobody else. */
  public KeyStore trustStore() {
    return TlsContexts.trusting(certificate);
  }

  /** For a client that trusts this authority and nobody else, and has no certificate itself. */
  public SSLContext trustingContext() {
    return TlsContexts.context(TlsContexts.NO_KEYS, trustStore(), new SecureRandom());
  }
}
