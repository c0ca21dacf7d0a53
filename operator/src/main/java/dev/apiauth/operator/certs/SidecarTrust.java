package dev.apiauth.operator.certs;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the sidecars of one resource and nobody else: the certificate must chain to an authority
 * of ours, be good for servers, and carry the resource's name. The address is not compared: pods
 * come and go with theirs.
 */
final class SidecarTrust extends X509ExtendedTrustManager {

  private static final X509Certificate[] NO_ISSUERS = {};

  private final String host;
  private final Supplier<List<X509Certificate>> authorities;

  SidecarTrust(String host, Supplier<List<X509Certificate>> authorities) {
    this.host = host;
    this.authorities = authorities;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, type);
  }

  private void check(X509Certificate[] chain, String type) throws CertificateException {
    chains(authorities.get()).checkServerTrusted(chain, type);
    if (!AlternativeName.of(chain[0]).equals(Set.of(host))) {
      throw new CertificateException("the certificate is not that of " + host);
    }
  }

  private static X509ExtendedTrustManager chains(List<X509Certificate> trusted)
      throws CertificateException {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var authority : trusted) {
        store.setCertificateEntry(authority.getSerialNumber().toString(), authority);
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateException("the authorities cannot be trusted", e);
    }
  }

  private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("this JDK has no PKIX trust manager"));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    throw clientOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    throw clientOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw clientOnly();
  }

  private static CertificateException clientOnly() {
    return new CertificateException("this side is the client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NO_ISSUERS;
  }
}
