package dev.apiauth.operator;

import dev.apiauth.operator.certs.AuthorityStore;
import dev.apiauth.operator.certs.CaBundle;
import dev.apiauth.operator.certs.CertificateLoop;
import dev.apiauth.operator.certs.Certificates;
import dev.apiauth.operator.certs.ServingCertificate;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * The certificates of an operator, and what keeps them in order.
 *
 * @param certificates everything that rests on the operator's authority
 * @param serving the webhook's certificate
 * @param loop renews
 */
record Trust(Certificates certificates, ServingCertificate serving, CertificateLoop loop)
    implements AutoCloseable {

  static Trust of(
      OperatorOptions options, KubernetesClient client, BooleanSupplier leading, Clock clock) {
    var serving = new ServingCertificate(options.webhook().hosts(), clock);
    var certificates =
        new Certificates(
            new AuthorityStore(client, options.namespace()),
            leading,
            new CaBundle(client, options.webhook().configuration()),
            serving,
            clock);
    return new Trust(certificates, serving, new CertificateLoop(certificates));
  }

  /** Once at once: nobody is served, and nothing rendered, without certificates. */
  void start() {
    certificates.ensure();
    loop.start();
  }

  /** Whether a handshake with the API server would succeed now. */
  boolean isBelieved() {
    return serving.isLoaded() && certificates.areBelieved();
  }

  @Override
  public void close() {
    loop.close();
  }
}
