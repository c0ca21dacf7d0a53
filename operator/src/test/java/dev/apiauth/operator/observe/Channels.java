package dev.apiauth.operator.observe;

import dev.apiauth.testkit.tls.CertificateOrder;
import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.time.Duration;
import java.util.List;

/** The operator's certificates, by an authority of the test's own. */
final class Channels {

  static final String HOST = "jira.atlassian.sidecar";

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("operator CA");

  TestCertificateAuthority authority() {
    return authority;
  }

  IssuedCertificate sidecar(String... names) {
    return authority.issue(sidecarOrder(names));
  }

  /** As the operator orders it: no address among the names. */
  static CertificateOrder sidecarOrder(String... names) {
    return order(Purpose.SERVER_AUTHENTICATION, names);
  }

  static CertificateOrder order(Purpose purpose, String... names) {
    return new CertificateOrder(
        "whoever", List.of(names), purpose, Duration.ofHours(-1), Duration.ofHours(1));
  }

  ChannelCredentials operator() {
    IssuedCertificate client =
        authority.issue(order(Purpose.CLIENT_AUTHENTICATION, "apiauth-operator"));
    return ChannelCredentials.of(
        client.certificate(), client.privateKey(), List.of(authority.certificate()));
  }

  SidecarChannel to(FakeSidecar sidecar) {
    ChannelCredentials credentials = operator();
    return new SidecarChannel(() -> credentials, sidecar.port());
  }
}
