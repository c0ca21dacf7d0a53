package dev.apiauth.operator.certs;

import dev.apiauth.operator.names.Names;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a certificate shall say.
 *
 * @param purpose what it is for
 * @param names the subject alternative names: DNS names, or addresses as literals
 */
record CertificateOrder(Purpose purpose, SortedSet<String> names) {

  /** The operator's name before the sidecars, which demand it. */
  static final String OPERATOR_NAME = "apiauth-operator";

  /** For the webhook of one replica. */
  static CertificateOrder forWebhook(List<String> hosts) {
    var names = new TreeSet<String>();
    hosts.forEach(host -> names.add(AlternativeName.canonical(host)));
    return new CertificateOrder(Purpose.WEBHOOK, names);
  }

  /** For the operator as a client of the sidecars. */
  static CertificateOrder forOperator() {
    return new CertificateOrder(Purpose.OPERATOR, new TreeSet<>(List.of(OPERATOR_NAME)));
  }

  /** For the sidecars of a resource. */
  static CertificateOrder forSidecars(String namespace, String resource) {
    var host = Names.sidecarHost(namespace, resource);
    return new CertificateOrder(Purpose.SIDECAR, new TreeSet<>(List.of(host)));
  }
}
