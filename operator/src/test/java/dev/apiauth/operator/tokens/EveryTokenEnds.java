package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.operator.Eventually;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With short lives, since the clock of an API server cannot be moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTokenEnds {

  private TokenNamespace namespace;

  @BeforeAll
  void start() {
    namespace = TokenNamespace.start();
    namespace.policy("jira", "{}");
  }

  @AfterAll
  void stop() {
    namespace.close();
  }

  @Test
  void whichIsToldBeforeAndAfterAndThenItIsRemoved() {
    Instant end = soon(12);
    namespace.token(
        "brief", "jira", "brief", "notAfter: \"%s\", removeAfterExpiry: 6s".formatted(end));

    namespace.becomes("brief", "ExpiresSoon");
    AtlassianApiTokenStatus ended = namespace.becomes("brief", "Expired");

    assertThat(Instant.now()).isAfterOrEqualTo(end);
    assertThat(TokenNamespace.ready(ended).orElseThrow().status()).isEqualTo("False");
    assertThat(ended.expiresAt()).isEqualTo(end.toString());
    assertThat(reasons("brief")).contains("ExpiresSoon", "Expired");
    Eventually.satisfies(() -> Optional.of(namespace.token("brief")), Optional::isEmpty);
    assertThat(Instant.now()).isAfterOrEqualTo(end.plusSeconds(6));
    Eventually.satisfies(() -> Optional.of(namespace.secret("brief-api-token")), Optional::isEmpty);
  }

  @Test
  void andStaysOnRecordWhereItIsKept() {
    namespace.token(
        "record", "jira", "record", "notAfter: \"%s\", removeAfterExpiry: 0s".formatted(soon(3)));

    namespace.becomes("record", "Expired");
    Eventually.pause(Duration.ofSeconds(3));

    assertThat(namespace.token("record")).isPresent();
  }

  @Test
  void andNothingIsMadeForOneThatHasEndedAlready() {
    namespace.token("past", "jira", "past", "notAfter: \"2024-01-01T00:00:00+02:00\"");

    AtlassianApiTokenStatus status = namespace.becomes("past", "Expired");

    assertThat(status.hash()).isNull();
    assertThat(namespace.secret("past-api-token")).isEmpty();
  }

  @Test
  void aMomentThatThereIsNotIsNamed() {
    namespace.token("never", "jira", "never", "notAfter: \"2027-02-30T00:00:00Z\"");

    AtlassianApiTokenStatus status = namespace.becomes("never", "Invalid");

    assertThat(TokenNamespace.ready(status).orElseThrow().message()).contains("spec.notAfter");
  }

  private static Instant soon(int seconds) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  private List<String> reasons(String token) {
    return namespace
        .cluster()
        .admin()
        .v1()
        .events()
        .inNamespace(namespace.cluster().namespace())
        .withField("involvedObject.name", token)
        .list()
        .getItems()
        .stream()
        .map(Event::getReason)
        .toList();
  }
}
