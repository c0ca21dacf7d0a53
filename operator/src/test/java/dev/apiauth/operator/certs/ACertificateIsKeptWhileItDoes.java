package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ACertificateIsKeptWhileItDoes {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final List<String> HOSTS = List.of("Webhook.example.com", "127.0.0.1", "::1");

  private final Authorities authorities = Authorities.first(NOW.minus(Duration.ofDays(10)));
  private final CertificateOrder order = CertificateOrder.forWebhook(HOSTS);

  @Test
  void aFreshOneDoes() {
    assertThat(objection(issued(order), order, NOW)).isEmpty();
  }

  @Test
  void itDoesForTwoThirdsOfItsLife() {
    assertThat(objection(issued(order), order, NOW.plus(Duration.ofHours(111)))).isEmpty();
    assertThat(objection(issued(order), order, NOW.plus(Duration.ofHours(113))))
        .contains("two thirds of its life are over");
  }

  @Test
  void oneThatHasEndedOrNotBegunDoesNot() {
    assertThat(objection(issued(order), order, NOW.plus(Duration.ofDays(8))))
        .contains("it is not valid at this time");
    assertThat(objection(issued(order), order, NOW.minus(Duration.ofHours(1))))
        .contains("it is not valid at this time");
  }

  @Test
  void otherNamesDoNot() {
    var more = CertificateOrder.forWebhook(List.of("webhook.example.com", "127.0.0.1"));

    assertThat(objection(issued(more), order, NOW)).contains("it carries other names");
  }

  @Test
  void anotherSpellingOfTheSameNamesDoes() {
    var same =
        CertificateOrder.forWebhook(List.of("0:0:0:0:0:0:0:1", "127.0.0.1", "webhook.example.com"));

    assertThat(objection(issued(same), order, NOW)).isEmpty();
  }

  @Test
  void aClientsCertificateIsNoServers() {
    var client = new CertificateOrder(Purpose.OPERATOR, order.names());

    assertThat(objection(issued(client), order, NOW)).contains("it has another purpose");
  }

  @Test
  void thePreviousAuthoritysDoesButAStrangersDoesNot() {
    var issued = issued(order);
    var once = authorities.renewed(NOW);
    var twice = once.renewed(NOW);

    assertThat(Fitness.objection(issued.certificate(), order, once, NOW)).isEmpty();
    assertThat(Fitness.objection(issued.certificate(), order, twice, NOW))
        .contains("its authority is gone");
  }

  private IssuedCertificate issued(CertificateOrder order) {
    return authorities.signer(NOW).issue(order, NOW);
  }

  private Optional<String> objection(
      IssuedCertificate issued, CertificateOrder order, Instant now) {
    return Fitness.objection(issued.certificate(), order, authorities, now);
  }
}
