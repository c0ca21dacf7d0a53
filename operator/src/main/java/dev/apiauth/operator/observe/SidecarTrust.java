package dev.apiauth.operator.observe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts the sidecars of one resource: the certificate must chain to the operator's authority, be
 * good for servers, and carry the resource's name.
 *
 * <p>The name takes the place of the usual comparison with the host of the URL: pods are reached at
 * addresses, which go from one pod to another. Common names do not count (RFC 9525, section 2).
 */
final class SidecarTrust extends X509ExtendedTrustManager {

  /** The tag of dNSName (RFC 5280, section 4.2.1.6). */
  private static final int DNS_NAME = 2;

  private final X509TrustManager authority;
  private final String host;

  SidecarTrust(X509TrustManager authority, String host) {
    this.authority = authority;
    this.host = host;
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
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    authority.checkServerTrusted(chain, type);
    if (!carriesHost(chain[0])) {
      throw new CertificateException("the certificate is not for " + host);
    }
  }

  private boolean carriesHost(X509Certificate leaf) throws CertificateParsingException {
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    return names != null && names.contains(List.<Object>of(DNS_NAME, host));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw clientOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
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
    return authority.getAcceptedIssuers();
  }
}
