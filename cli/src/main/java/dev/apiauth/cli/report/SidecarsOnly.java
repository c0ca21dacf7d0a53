package dev.apiauth.cli.report;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts sidecars of one installation: the certificate chains to the operator's authority and names
 * a sidecar. The name takes the place of the usual comparison with the host: sidecars are reached
 * at the addresses of their pods, or through a tunnel.
 */
final class SidecarsOnly extends X509ExtendedTrustManager {

  private static final String SIDECAR = ".sidecar";
  private static final int DNS_NAME = 2;

  private final X509TrustManager authority;

  SidecarsOnly(X509TrustManager authority) {
    this.authority = authority;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    authority.checkServerTrusted(chain, type);
    Collection<List<?>> names = chain[0].getSubjectAlternativeNames();
    if (names == null || names.stream().noneMatch(SidecarsOnly::isSidecar)) {
      throw new CertificateException("the certificate is not a sidecar's");
    }
  }

  private static boolean isSidecar(List<?> name) {
    return name.get(0).equals(DNS_NAME) && String.valueOf(name.get(1)).endsWith(SIDECAR);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authority.getAcceptedIssuers();
  }
}
