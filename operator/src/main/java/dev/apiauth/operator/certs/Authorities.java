package dev.apiauth.operator.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authority in force, and the one before it while something may still rest on it.
 *
 * <p>Both are trusted. A new authority does not sign at once: the API server and the sidecars learn
 * of it first, while the previous one goes on signing. So no certificate is ever shown to somebody
 * who has not heard of its authority.
 *
 * @param current the authority in force
 * @param previous the one before it
 */
record Authorities(CertificateAuthority current, Optional<CertificateAuthority> previous) {

  /**
   * How long a new authority is only trusted. Kubelets bring Secrets within two minutes, and a
   * replica that cannot reach the API server hears late.
   */
  static final Duration SETTLING = Duration.ofHours(1);

  static Authorities first(Instant now) {
    return new Authorities(CertificateAuthority.create(now), Optional.empty());
  }

  /** A new authority in force, the one that was becomes the previous. */
  Authorities renewed(Instant now) {
    return new Authorities(
        CertificateAuthority.create(now), Optional.of(current).filter(old -> isGood(old, now)));
  }

  Authorities withoutPrevious() {
    return new Authorities(current, Optional.empty());
  }

  /** Who signs now. */
  CertificateAuthority signer(Instant now) {
    if (now.isAfter(introduced().plus(SETTLING))) return current;
    return previous.filter(old -> isGood(old, now)).orElse(current);
  }

  boolean isRenewalDue(Instant now) {
    return current.validity().isDue(now);
  }

  /** Whether everything that the previous authority signed has ended. */
  boolean isPreviousOutlived(Instant now) {
    var lastSignature = introduced().plus(SETTLING);
    return previous.isPresent()
        && (now.isAfter(lastSignature.plus(Purpose.LONGEST))
            || previous.filter(old -> isGood(old, now)).isEmpty());
  }

  boolean haveSigned(X509Certificate leaf) {
    return trusted().anyMatch(authority -> authority.hasSigned(leaf));
  }

  /** The certificates of those that are trusted, the current first. */
  List<X509Certificate> certificates() {
    return trusted().map(CertificateAuthority::certificate).toList();
  }

  /** {@link #certificates} in PEM form, one after the other. */
  String bundle() {
    return certificates().stream().map(Pem::write).collect(Collectors.joining());
  }

  private Stream<CertificateAuthority> trusted() {
    return Stream.concat(Stream.of(current), previous.stream());
  }

  private Instant introduced() {
    return current.validity().from().plus(Validity.CLOCK_SKEW);
  }

  private static boolean isGood(CertificateAuthority authority, Instant now) {
    return authority.validity().includes(now);
  }
}
