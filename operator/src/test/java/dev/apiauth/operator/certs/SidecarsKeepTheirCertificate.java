package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SidecarsKeepTheirCertificate {

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private Authorities authorities = Authorities.first(clock.instant());
  private final SidecarCertificates sidecars = new SidecarCertificates(() -> authorities, clock);

  @Test
  void theFirstCarriesTheNameOfTheResource() throws GeneralSecurityException {
    var first = issue(Optional.empty());

    var leaf = Pem.readCertificate(first.certificate());
    assertThat(AlternativeName.of(leaf)).containsExactly("jira.atlassian.sidecar");
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(first.authorities()).isEqualTo(authorities.bundle());
    assertThat(first.key()).startsWith("-----BEGIN PRIVATE KEY-----\n");
  }

  @Test
  void aSecondAskingChangesNothing() {
    var first = issue(Optional.empty());
    clock.move(Duration.ofDays(59));

    assertThat(issue(Optional.of(first))).isEqualTo(first);
  }

  @Test
  void afterTwoThirdsOfNinetyDaysItIsRenewed() {
    var first = issue(Optional.empty());
    clock.move(Duration.ofDays(61));

    assertThat(issue(Optional.of(first)).certificate()).isNotEqualTo(first.certificate());
  }

  @Test
  void aNewAuthorityIsToldAndTheCertificateStays() {
    var first = issue(Optional.empty());
    authorities = authorities.renewed(clock.instant());

    var second = issue(Optional.of(first));

    assertThat(second.certificate()).isEqualTo(first.certificate());
    assertThat(second.authorities()).isEqualTo(authorities.bundle()).contains(first.authorities());
  }

  @Test
  void anotherResourcesCertificateIsReplaced() {
    var others = sidecars.certificateFor("atlassian", "confluence", Optional.empty());

    assertThat(issue(Optional.of(others)).certificate()).isNotEqualTo(others.certificate());
  }

  @Test
  void aKeyOfAnotherCertificateIsReplacedWithIt() {
    var first = issue(Optional.empty());
    var mixed =
        new SidecarCertificate(
            first.certificate(), issue(Optional.empty()).key(), first.authorities());

    assertThat(issue(Optional.of(mixed)).certificate()).isNotEqualTo(first.certificate());
  }

  @Test
  void whatIsNoCertificateIsReplaced() {
    var first = issue(Optional.empty());
    var broken = new SidecarCertificate("", first.key(), first.authorities());
    var keyless = new SidecarCertificate(first.certificate(), "", first.authorities());

    assertThat(issue(Optional.of(broken)).certificate()).startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(issue(Optional.of(keyless)).key()).startsWith("-----BEGIN PRIVATE KEY-----");
  }

  @Test
  void itsTextDoesNotHoldTheKey() {
    assertThat(issue(Optional.empty()).toString()).isEqualTo("SidecarCertificate[]");
  }

  private SidecarCertificate issue(Optional<SidecarCertificate> existing) {
    return sidecars.certificateFor("atlassian", "jira", existing);
  }
}
