package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.idp.StubBehaviour;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rotation (F6), invented key ids (F7) and a stampede (F8), counted at the provider. */
class KeysAreFetchedNoMoreThanNeeded {

  private static final String MYSELF = "/rest/api/2/myself";
  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "svc-ci");

  private final StubCompany company = new StubCompany();

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void aRotatedKeyIsAcceptedAtItsFirstUseAndARemovedOneRefused() {
    try (var jira = start()) {
      String first = company.tokenOf("alice");
      assertThat(get(jira, first).status()).isEqualTo(200);
      long before = company.fetches();

      company.issuer().rotateKeys();

      assertThat(get(jira, company.tokenOf("bob")).status()).isEqualTo(200);
      assertThat(get(jira, first).status()).as("both keys overlap").isEqualTo(200);
      assertThat(company.fetches()).isEqualTo(before + 1);

      company.issuer().rotateKeys();
      company.issuer().retireOldKeys();

      assertThat(get(jira, company.tokenOf("carol")).status()).isEqualTo(200);
      assertThat(get(jira, first).status()).as("its key is withdrawn").isEqualTo(401);
      assertThat(company.fetches()).isEqualTo(before + 2);
    }
  }

  @Test
  void tenThousandInventedKeyIdsCauseTwoFetchesAtMost() {
    try (var jira = start()) {
      String good = company.tokenOf("alice");
      assertThat(get(jira, good).status()).isEqualTo(200);
      long before = company.fetches();

      var client = jira.client();
      for (int round = 0; round < 100; round++) {
        int from = round * 100;
        var invented =
            all(
                IntStream.range(from, from + 100).mapToObj(i -> withKeyId(good, "kid-" + i)),
                client);
        assertThat(invented).extracting(Answer::status).containsOnly(401);
        assertThat(client.get(MYSELF).bearer(good).send().status()).isEqualTo(200);
      }

      assertThat(company.fetches() - before).isLessThanOrEqualTo(2);
      assertThat(jira.reachedProduct()).hasSize(101);
    }
  }

  @Test
  void aThousandCallersShareOneFetchAndStayThemselves() {
    company.issuer().behave(new StubBehaviour.Slow(Duration.ofSeconds(3)));
    try (var jira = start()) {
      List<String> tokens = PEOPLE.stream().map(company::tokenOf).toList();
      Eventually.holds(() -> company.fetches() == 1, "the keys are asked for at the start");

      var answers =
          all(IntStream.range(0, 1000).mapToObj(i -> tokens.get(i % tokens.size())), jira.client());

      assertThat(company.fetches()).isEqualTo(1);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).status()).as(answers.get(i).body()).isEqualTo(200);
        assertThat(answers.get(i).body())
            .contains("\"name\":\"" + PEOPLE.get(i % PEOPLE.size()) + '"');
      }
    }
  }

  private Protected start() {
    return company.trusted(Scenario.jira()).start();
  }

  private static Answer get(Protected jira, String token) {
    return jira.client().get(MYSELF).bearer(token).send();
  }

  /** Calls with all these tokens at the same time. */
  private static List<Answer> all(Stream<String> tokens, Client client) {
    var calls = new ArrayList<CompletableFuture<Answer>>();
    tokens.forEach(token -> calls.add(client.get(MYSELF).bearer(token).begin()));
    return calls.stream().map(CompletableFuture::join).toList();
  }

  /** The token with another key id; its signature is not even looked at. */
  private static String withKeyId(String token, String kid) {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(kid);
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + token.substring(token.indexOf('.'));
  }
}
