package dev.apiauth.sidecar.admin;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the operator and nobody else: the certificate must chain to the operator's authority, be
 * good for clients, and carry the operator's name. The same authority also issues the sidecars' own
 * certificates, so the chain alone would let one pod ask another.
 */
final class OperatorTrust extends X509ExtendedTrustManager {

  /** The DNS name among the subject alternative names (RFC 5280, section 4.2.1.6). */
  static final String OPERATOR = "apiauth-operator";

  private static final int DNS_NAME = 2;

  private final X509ExtendedTrustManager authority;

  OperatorTrust(X509ExtendedTrustManager authority) {
    this.authority = authority;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    authority.checkClientTrusted(chain, type, engine);
    requireOperator(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    authority.checkClientTrusted(chain, type, socket);
    requireOperator(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    authority.checkClientTrusted(chain, type);
    requireOperator(chain[0]);
  }

  private static void requireOperator(X509Certificate leaf) throws CertificateException {
    if (!carries(leaf)) {
      throw new CertificateException("the client's certificate is not the operator's");
    }
  }

  private static boolean carries(X509Certificate leaf) throws CertificateParsingException {
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    return names != null && names.stream().anyMatch(List.<Object>of(DNS_NAME, OPERATOR)::equals);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw serverOnly();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw serverOnly();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw serverOnly();
  }

  private static CertificateException serverOnly() {
    return new CertificateException("this side is the server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authority.getAcceptedIssuers();
  }
}
