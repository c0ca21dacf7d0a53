package dev.apiauth.operator.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is good.
 *
 * @param from its first second
 * @param to its last second
 */
record Validity(Instant from, Instant to) {

  /** What is signed now is good a little earlier already, for machines whose clock is behind. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  static Validity startingNow(Instant now, Duration life) {
    return new Validity(now.minus(CLOCK_SKEW), now.plus(life));
  }

  /** This, but not beyond the other's end. */
  Validity within(Validity other) {
    return other.to.isBefore(to) ? new Validity(from, other.to) : this;
  }

  boolean includes(Instant now) {
    return !now.isBefore(from) && !now.isAfter(to);
  }

  /** Whether two thirds of its time are over, or it is not good at all. */
  boolean isDue(Instant now) {
    var third = Duration.between(from, to).dividedBy(3);
    return !includes(now) || now.isAfter(to.minus(third));
  }
}
