package dev.apiauth.sidecar.admin;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.sidecar.reload.FileSet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The certificates of the operator's channel.
 *
 * @param content what tells two sets apart
 * @param key the server's key and certificate
 * @param trust whom it trusts
 */
record ChannelCertificates(PolicyHash content, PemKeyCertOptions key, OperatorTrust trust) {

  static final String CERTIFICATE = "tls.crt";
  static final String KEY = "tls.key";
  static final String AUTHORITY = "ca.crt";

  /** The files, as a Secret of type {@code kubernetes.io/tls} with its authority has them. */
  static final Set<String> FILES = Set.of(CERTIFICATE, KEY, AUTHORITY);

  /**
   * Takes the certificates out of the files.
   *
   * @throws GeneralSecurityException if one of them is none
   */
  static ChannelCertificates of(FileSet files) throws GeneralSecurityException, IOException {
    var key =
        new PemKeyCertOptions()
            .addCertValue(Buffer.buffer(file(files, CERTIFICATE)))
            .addKeyValue(Buffer.buffer(file(files, KEY)));
    return new ChannelCertificates(
        files.content(), key, new OperatorTrust(trusting(file(files, AUTHORITY))));
  }

  private static byte[] file(FileSet files, String name) throws GeneralSecurityException {
    byte[] bytes = files.files().get(name);
    if (bytes == null) throw new GeneralSecurityException(name + " is missing");
    return bytes;
  }

  /** Several authorities may stand in one file, so that they can be exchanged without a gap. */
  private static X509ExtendedTrustManager trusting(byte[] pem)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var factory = CertificateFactory.getInstance("X.509");
    int number = 0;
    for (Certificate authority : factory.generateCertificates(new ByteArrayInputStream(pem))) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    if (number == 0) throw new GeneralSecurityException(AUTHORITY + " holds no certificate");
    return trusting(store);
  }

  private static X509ExtendedTrustManager trusting(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("this JDK has no PKIX trust manager"));
  }

  /** TLS 1.3, and no client without a certificate. */
  ServerSSLOptions options() {
    return new ServerSSLOptions()
        .setKeyCertOptions(key)
        .setTrustOptions(TrustOptions.wrap(trust))
        .setClientAuth(ClientAuth.REQUIRED)
        .setUseAlpn(false)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
  }
}
