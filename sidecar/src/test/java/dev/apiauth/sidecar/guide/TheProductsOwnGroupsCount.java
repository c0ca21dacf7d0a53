package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.ShiftedClock;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code source: Product}: the groups of the user that the call runs as, and nobody else's. */
class TheProductsOwnGroupsCount {

  private static final People PEOPLE = new People();
  private static final String RULE =
      "{source: Product, allow: [staff], deny: [leavers], readOnly: [auditors]}";
  private static final String ISSUE =
      "{\"fields\":{\"project\":{\"key\":\"ABC\"},\"summary\":\"Say it shorter\"}}";

  @AfterAll
  static void stop() {
    PEOPLE.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BITBUCKET")
  void whateverTheTokenSays(GuideProduct product) {
    try (var guarded = scenario(product).start()) {
      var client = guarded.client();

      assertThat(client.get(product.call()).bearer(token("alice")).send().status()).isEqualTo(200);
      refused(client.get(product.call()).bearer(token("bob")).send(), 403, "group_missing");
      refused(client.get(product.call()).bearer(token("carol")).send(), 403, "group_denied");
      assertThat(guarded.reachedProduct())
          .singleElement()
          .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
    }
  }

  @Test
  void auditorsOnlyRead() {
    try (var jira = scenario(GuideProduct.JIRA).withTokensOnFileOf("svc-ci").start()) {
      String token = token("svc-ci");

      assertThat(
              jira.client()
                  .post("/rest/api/2/search", "{\"jql\":\"project = ABC\"}")
                  .bearer(token)
                  .send()
                  .status())
          .isEqualTo(200);
      refused(
          jira.client().post("/rest/api/2/issue", ISSUE).bearer(token).send(),
          403,
          "group_reads_only");
    }
  }

  /** The simulator holds at most 50 groups on a page, and "staff" is the last of 121. */
  @Test
  void onEveryPageOfThem() {
    Set<String> many =
        Stream.concat(
                IntStream.range(0, 120).mapToObj(n -> "group-%03d".formatted(n)),
                Stream.of("staff"))
            .collect(Collectors.toSet());
    try (var confluence = scenario(GuideProduct.CONFLUENCE).start()) {
      confluence.product().add(new Person("bob", Optional.empty(), many));
      String call = GuideProduct.CONFLUENCE.call();

      assertThat(confluence.client().get(call).bearer(token("bob")).send().status()).isEqualTo(200);
      assertThat(questions(confluence)).isEqualTo(3);
    }
  }

  @Test
  void aCallersOwnTokenOfTheProductAsksForItself() {
    try (var jira =
        scenario(GuideProduct.JIRA)
            .withTokensOnFileOf("svc-ci")
            .with("/spec/credentials/personalAccessTokens/policy", "Allow")
            .start()) {
      String alices = jira.product().issueToken("alice").value();
      String bobs = jira.product().issueToken("bob").value();

      assertThat(jira.client().get("/rest/api/2/project").bearer(alices).send().status())
          .isEqualTo(200);
      refused(jira.client().get("/rest/api/2/project").bearer(bobs).send(), 403, "group_missing");
    }
  }

  /** Asking with a password would count a wrong one twice. */
  @Test
  void aPasswordTellsNone() {
    try (var jira =
        scenario(GuideProduct.JIRA).with("/spec/credentials/passwords/basic", "Allow").start()) {
      refused(
          jira.client().get("/rest/api/2/project").basic("alice", "open-sesame").send(),
          403,
          "groups_unknown");
      assertThat(jira.product().seen()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("silences")
  void noAnswerIsNeverNoGroups(Misbehaviour misbehaviour) {
    try (var jira =
        scenario(GuideProduct.JIRA)
            .with("/spec/access/groups", "{source: Product, allow: [\"*\"], deny: [leavers]}")
            .start()) {
      jira.product().misbehave("/rest/api/2/myself", misbehaviour);
      Answer answer = jira.client().get("/rest/api/2/project").bearer(token("alice")).send();

      refused(answer, 503, "groups_silent");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(jira.reachedProduct()).isEmpty();

      jira.product().behave();
      assertThat(jira.client().get("/rest/api/2/project").bearer(token("alice")).send().status())
          .isEqualTo(200);
    }
  }

  static List<Misbehaviour> silences() {
    return List.of(
        new Misbehaviour.Answer500(), new Misbehaviour.CloseMidBody(), new Misbehaviour.Hang());
  }

  @Test
  void whoeverLeavesAGroupIsOutAfterAMinuteAtMost() {
    var clock = new ShiftedClock();
    try (var jira = scenario(GuideProduct.JIRA).at(clock).start()) {
      assertThat(jira.client().get("/rest/api/2/project").bearer(token("alice")).send().status())
          .isEqualTo(200);
      jira.product().add(new Person("alice", Optional.empty(), Set.of("guests")));
      clock.putForwardBy(Duration.ofSeconds(61));

      refused(
          jira.client().get("/rest/api/2/project").bearer(token("alice")).send(),
          403,
          "group_missing");
    }
  }

  @Test
  void manyCallsAskOnce() {
    try (var jira = scenario(GuideProduct.JIRA).start()) {
      String token = token("alice");
      var client = jira.client();
      List<CompletableFuture<Answer>> calls =
          IntStream.range(0, 50)
              .mapToObj(n -> client.get("/rest/api/2/project").bearer(token).begin())
              .toList();

      assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
      assertThat(questions(jira)).isEqualTo(1);
    }
  }

  @Test
  void aLinkedApplicationPassesWithoutThem() {
    try (var jira =
        scenario(GuideProduct.JIRA)
            .withProduct(product -> product.withJwtIssuer("mirror-1"))
            .with("/spec/credentials/applicationLinks", "{policy: Allow, consumers: [mirror-1]}")
            .start()) {
      var answer =
          jira.client()
              .get("/rest/api/2/project")
              .header("Authorization", "JWT eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJtaXJyb3ItMSJ9.c2ln")
              .send();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(questions(jira)).isZero();
    }
  }

  private static Scenario scenario(GuideProduct product) {
    Scenario scenario =
        switch (product) {
          case JIRA -> Scenario.jira();
          case CONFLUENCE -> Scenario.confluence();
          case BITBUCKET -> Scenario.bitbucket();
        };
    return PEOPLE
        .trustedBy(scenario)
        .withProduct(
            site ->
                site.withUser("alice", "open-sesame", "staff")
                    .withUser("bob", "open-sesame", "guests")
                    .withUser("carol", "open-sesame", "staff", "leavers")
                    .withUser("svc-ci", "open-sesame", "staff", "auditors"))
        .with("/spec/access/groups", RULE);
  }

  /** A token that boasts of groups that do not count. */
  private static String token(String user) {
    return PEOPLE
        .draftFor(user)
        .audience("jira", "confluence")
        .claim("groups", List.of("staff", "jira-administrators"))
        .sign();
  }

  private static long questions(Protected guarded) {
    return guarded.product().seen().size()
        - guarded.reachedProduct().size()
        - guarded.product().seen().stream()
            .filter(seen -> seen.requestUri().endsWith("/whoami"))
            .count();
  }

  private static void refused(Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
  }
}
