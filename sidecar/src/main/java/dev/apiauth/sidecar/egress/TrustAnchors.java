package dev.apiauth.sidecar.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities that a provider's certificate may come from. */
public final class TrustAnchors {

  private final List<Certificate> additional;

  private TrustAnchors(Collection<? extends Certificate> additional) {
    this.additional = List.copyOf(additional);
  }

  /** Those of the JVM. */
  public static TrustAnchors ofJvm() {
    return new TrustAnchors(List.of());
  }

  /**
   * Those of the JVM and of a bundle. Old and new CA may stand in it side by side (F31).
   *
   * @param pem one or more certificates in PEM
   * @throws CertificateException if there is none, or one is malformed
   */
  public static TrustAnchors ofJvmAnd(byte[] pem) throws CertificateException {
    var certificates =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    if (certificates.isEmpty()) {
      throw new CertificateException("the bundle holds no certificate");
    }
    return new TrustAnchors(certificates);
  }

  /** For the TLS stack. */
  public TrustManagerFactory factory() {
    try {
      var anchors = new ArrayList<Certificate>(ofJvmItself());
      anchors.addAll(additional);
      return factory(store(anchors));
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException("the JVM's own trust store cannot be used", unusable);
    }
  }

  private static List<Certificate> ofJvmItself() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
        .map(Certificate.class::cast)
        .toList();
  }

  private static KeyStore store(List<Certificate> anchors)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < anchors.size(); i++) {
      store.setCertificateEntry("anchor-" + i, anchors.get(i));
    }
    return store;
  }

  private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
