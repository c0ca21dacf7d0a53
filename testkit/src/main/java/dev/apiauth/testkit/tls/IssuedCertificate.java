package dev.apiauth.testkit.tls;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/**
 * A certificate with its key, in every form that servers and clients ask for.
 *
 * @param certificate of the server or client
 * @param privateKey of the certificate
 * @param authority that issued it
 */
public record IssuedCertificate(
    X509Certificate certificate, PrivateKey privateKey, X509Certificate authority) {

  /** The password of every key store that is made here; it protects nothing. */
  public static final String STORE_PASSWORD = "test-only";

  /**
   * The names of the files as Kubernetes names them in a Secret of type {@code kubernetes.io/tls}.
   */
  public record PemFiles(Path certificate, Path key, Path authority) {}

  public String certificatePem() {
    return Pem.certificate(certificate);
  }

  /** The key as PKCS #8, unencrypted. */
  public String keyPem() {
    return Pem.privateKey(privateKey);
  }

  public String authorityPem() {
    return Pem.certificate(authority);
  }

  /** Writes {@code tls.crt}, {@code tls.key} and {@code ca.crt} into the directory. */
  public PemFiles writeTo(Path directory) {
    return new PemFiles(
        Pem.write(directory.resolve("tls.crt"), certificatePem()),
        Pem.write(directory.resolve("tls.key"), keyPem()),
        Pem.write(directory.resolve("ca.crt"), authorityPem()));
  }

  /** A PKCS #12 key store with key and chain under {@link #STORE_PASSWORD}. */
  public KeyStore keyStore() {
    return TlsContexts.holding(this);
  }

  /** For a client that trusts the authority and nobody else, and has no certificate itself. */
  public SSLContext trustingContext() {
    return TlsContexts.context(
        TlsContexts.NO_KEYS, TlsContexts.trusting(authority), new SecureRandom());
  }

  /**
   * Presents this certificate and trusts its authority: for a server, with or without client
   * certificates, and for a client of mutual TLS.
   */
  public SSLContext context() {
    return TlsContexts.context(
        TlsContexts.keyManagers(keyStore()), TlsContexts.trusting(authority), new SecureRandom());
  }
}
