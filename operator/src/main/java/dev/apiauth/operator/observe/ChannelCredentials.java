package dev.apiauth.operator.observe;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who the operator is towards sidecars, and whose certificates it takes for sidecars'.
 *
 * @param operator presents the operator's client certificate
 * @param authority trusts the operator's own certificate authority, and nothing else
 */
public record ChannelCredentials(KeyManager operator, X509TrustManager authority) {

  private static final char[] IN_MEMORY_ONLY = new char[0];

  /**
   * Credentials from their parts.
   *
   * @param certificate the operator's client certificate
   * @param key its private key
   * @param authorities the authorities of sidecars: the current, and the previous while it counts
   * @throws IllegalArgumentException if the parts do not belong together
   */
  public static ChannelCredentials of(
      X509Certificate certificate, PrivateKey key, List<X509Certificate> authorities) {
    try {
      return new ChannelCredentials(keyManager(certificate, key), trustManager(authorities));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("these certificates make no channel", e);
    }
  }

  /**
   * Credentials whose certificate is exchanged elsewhere.
   *
   * @param operator presents the operator's client certificate
   * @param authorities the authorities of sidecars: the current, and the previous while it counts
   * @throws IllegalArgumentException if one of them cannot be trusted
   */
  public static ChannelCredentials of(KeyManager operator, List<X509Certificate> authorities) {
    try {
      return new ChannelCredentials(operator, trustManager(authorities));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("these authorities cannot be trusted", e);
    }
  }

  /**
   * Speaks TLS with the sidecars of one resource only. New for each question: no session is taken
   * up again, so every answer rests on a certificate that was just checked.
   *
   * @param sidecarHost the name that the sidecar's certificate must carry
   */
  public SSLContext towards(String sidecarHost) {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(
          new KeyManager[] {operator},
          new TrustManager[] {new SidecarTrust(authority, sidecarHost)},
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK speaks TLS 1.3", e);
    }
  }

  private static KeyManager keyManager(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException, IOException {
    var store = emptyStore();
    store.setKeyEntry("operator", key, IN_MEMORY_ONLY, new X509Certificate[] {certificate});
    var factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, IN_MEMORY_ONLY);
    return factory.getKeyManagers()[0];
  }

  private static X509TrustManager trustManager(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    var store = emptyStore();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("this JDK has no PKIX trust manager"));
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  @Override
  public String toString() {
    return "ChannelCredentials";
  }
}
