package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two at a time for a change without a gap; a Secret that is gone is a token that is dead. */
class ApiTokensAreRotatedAndRevoked {

  private final Protected jira = Tokened.JIRA.scenario().start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void twoAreGoodUntilTheOldOneIsRemoved() {
    var old = IssuedSecret.of("ci-2026", "svc-ci").inForceIn(jira);
    var next = IssuedSecret.of("ci-2027", "svc-ci").inForceIn(jira);
    assertThat(statusWith(old)).isEqualTo(200);
    assertThat(statusWith(next)).isEqualTo(200);

    jira.folder().removeSecret("ci-2026");
    Eventually.holds(() -> statusWith(old) == 401, "the old one is revoked");

    assertThat(statusWith(next)).isEqualTo(200);
  }

  @Test
  void revocationIsInForceWithinSeconds() {
    var token = IssuedSecret.of("ci", "svc-ci").inForceIn(jira);
    assertThat(statusWith(token)).isEqualTo(200);

    jira.folder().removeSecret("ci");
    Instant removed = Instant.now();
    Eventually.holds(() -> statusWith(token) == 401, "the token is revoked");

    Duration took = Duration.between(removed, Instant.now());
    System.out.printf("revoked after %d ms%n", took.toMillis());
    assertThat(took).as("bounds are stated: 2 minutes").isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void revocationTakesEffectAlthoughTheResourceIsBroken() {
    var token = IssuedSecret.of("ci", "svc-ci").inForceIn(jira);
    jira.folder().writeText("spec: [");
    assertThat(statusWith(token)).isEqualTo(200);

    jira.folder().removeSecret("ci");

    Eventually.holds(() -> statusWith(token) == 401, "the token is revoked");
  }

  @Test
  void theNewestOfTooManyAreRefused() {
    jira.edit(resource -> resource.with("/spec/credentials/apiTokens/maxPerUser", 2));
    String before = Instant.now().minusSeconds(60).toString();
    var first = IssuedSecret.of("one", "svc-ci").with("created", before).inForceIn(jira);
    var second = IssuedSecret.of("two", "svc-ci").with("created", before).inForceIn(jira);
    var third = IssuedSecret.of("three", "svc-ci").in(jira.folder());
    var other = IssuedSecret.of("four", "alice").inForceIn(jira);

    assertThat(statusWith(first)).isEqualTo(200);
    assertThat(statusWith(second)).isEqualTo(200);
    assertThat(statusWith(other)).isEqualTo(200);
    assertThat(statusWith(third)).isEqualTo(401);

    jira.folder().removeSecret("one");
    Eventually.holds(() -> statusWith(third) == 200, "there is room for the third");
  }

  @Test
  void whatLivesTooLongIsRefused() {
    jira.edit(resource -> resource.with("/spec/credentials/apiTokens/maxLifetime", "30m"));
    var anHour = IssuedSecret.of("long", "alice").in(jira.folder());
    var minutes =
        IssuedSecret.of("short", "alice")
            .with("notAfter", Instant.now().plusSeconds(1200).toString())
            .inForceIn(jira);

    assertThat(statusWith(minutes)).isEqualTo(200);
    assertThat(statusWith(anHour)).isEqualTo(401);
  }

  @Test
  void anAdministratorsTokenIsNoWayIn() {
    var admins = IssuedSecret.of("admin", "admin").in(jira.folder());
    IssuedSecret.of("alice", "alice").inForceIn(jira);

    assertThat(statusWith(admins)).isEqualTo(401);
  }

  private int statusWith(IssuedSecret token) {
    return jira.client().get(Tokened.JIRA.call()).bearer(token.token()).send().status();
  }
}
