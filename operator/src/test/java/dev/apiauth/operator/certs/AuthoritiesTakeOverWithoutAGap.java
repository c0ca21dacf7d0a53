package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthoritiesTakeOverWithoutAGap {

  private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant RENEWAL = BEGIN.plus(Duration.ofDays(244));
  private static final Duration SETTLED = Authorities.SETTLING.plusSeconds(1);

  private final Authorities first = Authorities.first(BEGIN);

  @Test
  void theFirstSignsAtOnce() {
    assertThat(first.signer(BEGIN)).isEqualTo(first.current());
  }

  @Test
  void aRenewalIsDueAfterTwoThirdsOfItsLife() {
    assertThat(first.isRenewalDue(BEGIN.plus(Duration.ofDays(243)))).isFalse();
    assertThat(first.isRenewalDue(RENEWAL)).isTrue();
  }

  @Test
  void anAuthorityFromTheFutureIsRenewed() {
    assertThat(first.isRenewalDue(BEGIN.minus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void theNewOneIsTrustedBeforeItSigns() {
    var renewed = first.renewed(RENEWAL);

    assertThat(renewed.bundle())
        .isEqualTo(Pem.write(renewed.current().certificate()) + first.bundle());
    assertThat(renewed.signer(RENEWAL)).isEqualTo(first.current());
    assertThat(renewed.signer(RENEWAL.plus(SETTLED))).isEqualTo(renewed.current());
  }

  @Test
  void thePreviousOneIsTrustedAsLongAsSomethingMayRestOnIt() {
    var renewed = first.renewed(RENEWAL);
    var longestLeaf = renewed.signer(RENEWAL).issue(order(), RENEWAL);

    var end = Validity.of(longestLeaf.certificate()).to();

    assertThat(renewed.isPreviousOutlived(end)).isFalse();
    assertThat(renewed.isPreviousOutlived(end.plus(SETTLED))).isTrue();
    assertThat(renewed.withoutPrevious().isPreviousOutlived(end.plus(SETTLED))).isFalse();
  }

  @Test
  void anAuthorityThatHasEndedIsNeitherTrustedNorSigns() {
    var late = BEGIN.plus(Duration.ofDays(366));

    var renewed = first.renewed(late);

    assertThat(renewed.previous()).isEmpty();
    assertThat(renewed.signer(late)).isEqualTo(renewed.current());
  }

  @Test
  void noLeafOutlivesItsAuthority() {
    var lateLeaf = first.current().issue(order(), BEGIN.plus(Duration.ofDays(364)));

    assertThat(Validity.of(lateLeaf.certificate()).to()).isEqualTo(first.current().validity().to());
  }

  @Test
  void theSecretGivesBackWhatWasPutIn() throws GeneralSecurityException {
    var both = first.renewed(RENEWAL);

    assertThat(AuthoritySecret.read(AuthoritySecret.write("ns", "ca", first))).isEqualTo(first);
    assertThat(AuthoritySecret.read(AuthoritySecret.write("ns", "ca", both))).isEqualTo(both);
  }

  @Test
  void aPreviousAuthorityThatCannotBeReadIsNone() throws GeneralSecurityException {
    var secret = AuthoritySecret.write("ns", "ca", first.renewed(RENEWAL));
    secret.getData().put(AuthoritySecret.PREVIOUS_KEY, "AAAA");

    assertThat(AuthoritySecret.read(secret).previous()).isEqualTo(Optional.empty());
  }

  private static CertificateOrder order() {
    return CertificateOrder.forSidecars("atlassian", "jira");
  }
}
