package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Question;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token that this service gets for itself is fetched once for all look-ups of a provider. */
class LookupsShareTokensOfOurOwn {

  private final LookupDesk desk = new LookupDesk();
  private final StubProvider idp =
      desk.idp
          .at("/token", Reply.json("{'access_token':'ours','expires_in':3600}"))
          .at("/users/u%2F1", Reply.json("{'name':'alice'}"))
          .at("/users/u%2F1/mail", Reply.json("{'address':'alice@corp.example'}"));

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void thatWantTheSame() {
    try (var asking = asking(user("read"), mail("read"))) {
      assertThat(Answers.of(asking.claims("idp", "idp_one"))).isEqualTo("pass");
      assertThat(Answers.of(asking.claims("idp", "idp_two"))).isEqualTo("pass");
    }

    assertThat(idp.questionsTo("/token")).isEqualTo(1);
    assertThat(questions("/users/u%2F1/mail"))
        .hasSize(2)
        .allSatisfy(
            question -> assertThat(question.header("Authorization")).isEqualTo("Bearer ours"));
    Question granted = questions("/token").getFirst();
    assertThat(granted.form("grant_type")).isEqualTo("client_credentials");
    assertThat(granted.form("scope")).isEqualTo("read");
    assertThat(granted.header("Authorization")).startsWith("Basic ");
  }

  @Test
  void andNoOther() {
    idp.at(
        "/token",
        question ->
            Reply.json(
                "{'access_token':'to %s','expires_in':3600}".formatted(question.form("scope"))));

    try (var asking = asking(user("read"), mail("mail"))) {
      assertThat(Answers.of(asking.claims("idp", "idp_one"))).isEqualTo("pass");
    }

    assertThat(questions("/users/u%2F1").getFirst().header("Authorization"))
        .isEqualTo("Bearer to read");
    assertThat(questions("/users/u%2F1/mail").getFirst().header("Authorization"))
        .isEqualTo("Bearer to mail");
  }

  @Test
  void howeverManyWaitForIt() throws Exception {
    idp.at(
        "/token",
        Reply.json("{'access_token':'ours','expires_in':3600}").after(Duration.ofMillis(300)));

    try (var asking = asking(user("read"), mail("read"))) {
      List<Future<Outcome<TokenClaims>>> waiting =
          IntStream.range(0, 30).mapToObj(i -> asking.asked("idp", "idp_" + i)).toList();
      for (var answer : waiting) {
        assertThat(Answers.of(answer.await(20, TimeUnit.SECONDS))).isEqualTo("pass");
      }
    }

    assertThat(idp.questionsTo("/token")).isEqualTo(1);
  }

  @Test
  void untilShortlyBeforeItsEnd() {
    try (var asking = asking(user("read"))) {
      asking.claims("idp", "idp_one");
      asking.pass(Duration.ofMinutes(59));
      asking.claims("idp", "idp_two");
      assertThat(idp.questionsTo("/token")).isEqualTo(1);

      asking.pass(Duration.ofSeconds(31));
      asking.claims("idp", "idp_three");
    }

    assertThat(idp.questionsTo("/token")).isEqualTo(2);
  }

  @Test
  void untilItIsRefused() {
    try (var asking = asking(user("read"))) {
      assertThat(Answers.of(asking.claims("idp", "idp_one"))).isEqualTo("pass");
      idp.at("/users/u%2F1", Reply.status(401));
      assertThat(Answers.of(asking.claims("idp", "idp_two"))).isEqualTo("provider_silent");

      idp.at("/users/u%2F1", Reply.json("{'name':'alice'}"));
      assertThat(Answers.of(asking.claims("idp", "idp_two"))).isEqualTo("pass");
    }

    assertThat(idp.questionsTo("/token")).isEqualTo(2);
  }

  private List<Question> questions(String path) {
    return idp.questions().stream().filter(question -> question.path().equals(path)).toList();
  }

  private LookupDocument user(String scope) {
    return lookup("user", "/users/{claim:sub}", scope);
  }

  private LookupDocument mail(String scope) {
    return lookup("mail", "/users/{claim:sub}/mail", scope);
  }

  private LookupDocument lookup(String name, String path, String scope) {
    return new LookupDocument(
        name,
        desk.call(path),
        new Credential.ClientCredentials(idp.url("/token"), scope),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private Asking asking(LookupDocument... lookups) {
    return desk.asking(desk.provider(lookups));
  }
}
