package dev.apiauth.testkit.tls;

import java.time.Duration;
import java.util.List;

/**
 * What a certificate shall say.
 *
 * @param commonName of the subject
 * @param names DNS names and IP addresses (subject alternative names, RFC 5280 section 4.2.1.6); an
 *     IPv4 or IPv6 literal becomes an address, all else a DNS name
 * @param organizations of the subject; Kubernetes takes those of a client for its groups
 * @param purpose the extended key usage
 * @param startsIn when validity starts, from now; negative for the past
 * @param endsIn when validity ends, from now; negative for an expired certificate
 */
public record CertificateOrder(
    String commonName,
    List<String> names,
    List<String> organizations,
    Purpose purpose,
    Duration startsIn,
    Duration endsIn) {

  /** RFC 5280, section 4.2.1.12. */
  public enum Purpose {
    SERVER_AUTHENTICATION,
    CLIENT_AUTHENTICATION
  }

  private static final Duration AN_HOUR_AGO = Duration.ofHours(-1);
  private static final Duration A_DAY = Duration.ofDays(1);

  public CertificateOrder {
    names = List.copyOf(names);
    organizations = List.copyOf(organizations);
    if (startsIn.compareTo(endsIn) >= 0) {
      throw new IllegalArgumentException("a certificate must start before it ends");
    }
  }

  /** Without organizations. */
  public CertificateOrder(
      String commonName, List<String> names, Purpose purpose, Duration startsIn, Duration endsIn) {
    this(commonName, names, List.of(), purpose, startsIn, endsIn);
  }

  /** For a server of these names; the first is the subject too. */
  public static CertificateOrder server(String... names) {
    return new CertificateOrder(
        names[0], List.of(names), Purpose.SERVER_AUTHENTICATION, AN_HOUR_AGO, A_DAY);
  }

  /** For a client of that common name, without alternative names. */
  public static CertificateOrder client(String commonName) {
    return new CertificateOrder(
        commonName, List.of(), Purpose.CLIENT_AUTHENTICATION, AN_HOUR_AGO, A_DAY);
  }

  /** The same for a member of these organizations. */
  public CertificateOrder of(String... organizations) {
    return new CertificateOrder(
        commonName, names, List.of(organizations), purpose, startsIn, endsIn);
  }

  /** The same, but its validity ended a minute ago. */
  public CertificateOrder expired() {
    return valid(Duration.ofDays(-2), Duration.ofMinutes(-1));
  }

  /** The same, but its validity starts in an hour. */
  public CertificateOrder notYetValid() {
    return valid(Duration.ofHours(1), Duration.ofDays(2));
  }

  /** The same with another validity, counted from now. */
  public CertificateOrder valid(Duration fromNow, Duration untilNow) {
    return new CertificateOrder(commonName, names, organizations, purpose, fromNow, untilNow);
  }
}
