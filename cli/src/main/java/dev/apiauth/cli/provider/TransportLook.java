package dev.apiauth.cli.provider;

import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What the first answer tells beside its body: the clock and the certificate. */
final class TransportLook {

  private static final Duration TOLERATED = Duration.ofSeconds(60);
  private static final Duration WORTH_A_LOOK = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofDays(14);

  private final Instant now;

  TransportLook(Instant now) {
    this.now = now;
  }

  List<CheckedThing> at(HttpResponse<?> response) {
    return List.of(clock(response), certificate(response));
  }

  /** Tokens of a clock that is ahead of ours by more than a minute are refused (J17). */
  private CheckedThing clock(HttpResponse<?> response) {
    Optional<Instant> date = response.headers().firstValue("Date").flatMap(TransportLook::date);
    if (date.isEmpty()) return CheckedThing.worthALook("clock", "the answer has no Date");
    Duration skew = Duration.between(now, date.get()).abs();
    String detail = "differs from ours by %d s".formatted(skew.toSeconds());
    if (skew.compareTo(TOLERATED) > 0) {
      return CheckedThing.wrong("clock", detail + ", 60 s are tolerated");
    }
    return skew.compareTo(WORTH_A_LOOK) > 0
        ? CheckedThing.worthALook("clock", detail)
        : CheckedThing.fine("clock", detail);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** That the name fits was checked, or there would be no answer. */
  private CheckedThing certificate(HttpResponse<?> response) {
    return response
        .sslSession()
        .flatMap(TransportLook::certificate)
        .map(this::certificate)
        .orElseGet(
            () -> CheckedThing.worthALook("tls", "none: the provider is asked in plain http"));
  }

  private CheckedThing certificate(X509Certificate certificate) {
    Instant end = certificate.getNotAfter().toInstant();
    String detail =
        "%s, issued by %s, ends %s"
            .formatted(
                certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal(), end);
    return now.plus(SOON).isBefore(end)
        ? CheckedThing.fine("tls", detail)
        : CheckedThing.worthALook("tls", detail + ": soon");
  }

  private static Optional<X509Certificate> certificate(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }
}
