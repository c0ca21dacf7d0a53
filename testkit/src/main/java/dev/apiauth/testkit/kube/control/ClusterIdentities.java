package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.tls.CertificateOrder;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.IssuedCertificate.PemFiles;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.net.ssl.SSLContext;

/** Who is who in one cluster: one authority, and what it signed for servers and clients. */
final class ClusterIdentities {

  /** Bound to the right of everything, whatever RBAC says. */
  private static final String MASTERS = "system:masters";

  private static final int RSA_BITS = 2048;

  private final TestCertificateAuthority authority;
  private final PemFiles apiServer;
  private final PemFiles serviceAccounts;

  private ClusterIdentities(
      TestCertificateAuthority authority, PemFiles apiServer, PemFiles serviceAccounts) {
    this.authority = authority;
    this.apiServer = apiServer;
    this.serviceAccounts = serviceAccounts;
  }

  /** New keys for a new cluster, written to its directory. */
  static ClusterIdentities in(StateDirectory state) {
    var authority = TestCertificateAuthority.named("apiauth test cluster");
    var server =
        authority.server(
            "127.0.0.1",
            "localhost",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc",
            Commands.SERVICE_OF_THE_API);
    return new ClusterIdentities(
        authority,
        server.writeTo(state.directory("apiserver")),
        authority.client("service-accounts").writeTo(state.directory("service-accounts")));
  }

  /** The API server's certificate and key; {@code authority} is whom it trusts to name clients. */
  PemFiles apiServer() {
    return apiServer;
  }

  /** What signs the tokens of service accounts, and the certificate that holds its public key. */
  PemFiles serviceAccounts() {
    return serviceAccounts;
  }

  String authorityPem() {
    return authority.certificatePem();
  }

  /** Trusts this cluster's servers, says nothing of the client. */
  SSLContext trusting() {
    return authority.trustingContext();
  }

  /**
   * The cluster's administrator. An RSA key, since fabric8's client reads no EC key in PKCS #8
   * unless it is told the algorithm.
   */
  IssuedCertificate administrator() {
    return authority.issue(CertificateOrder.client("admin").of(MASTERS), rsaKeys());
  }

  /** A part of the control plane, by the user name that Kubernetes gives rights to. */
  IssuedCertificate component(String user) {
    return authority.client(user);
  }

  private static KeyPair rsaKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }
}
