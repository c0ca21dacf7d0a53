package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.document.LookupDocument.Paging;
import dev.apiauth.policy.document.LookupDocument.SameDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestType;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else a provider is asked: whatever goes wrong, nobody is taken to be in no group. */
class LookupsBringAllOrNothing {

  private static final ItemsDocument PLAIN_LIST =
      new ItemsDocument("", null, null, null, Paging.None, null, null);

  private final LookupDesk desk = new LookupDesk();
  private final StubProvider idp = desk.idp;

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void anAnswerStandsUnderItsName() {
    idp.at("/me", Reply.json("{'sub':'u/1','email':'alice@corp.example'}"));

    TokenClaims claims = desk.passed(me(new SameDocument("sub", "sub")));

    assertThat(claims.string(ClaimPath.of("user.email"))).contains("alice@corp.example");
    assertThat(idp.last().header("Authorization")).isEqualTo("Bearer idp_t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'sub':'u/2'}", "{'sub':1}", "{}"})
  void anAnswerAboutSomebodyElseCountsForNobody(String answer) { // I6
    idp.at("/me", Reply.json(answer));

    assertThat(Answers.of(desk.claims(me(new SameDocument("sub", "sub")))))
        .isEqualTo("token_untrusted");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500, 502})
  void anErrorIsNoAnswer(int status) {
    idp.at("/groups", Reply.status(status));

    assertThat(Answers.of(desk.claims(desk.groups("/groups", PLAIN_LIST))))
        .isEqualTo("provider_silent");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatMayNotAskIsRefused(int status) {
    idp.at("/groups", Reply.status(status));

    assertThat(Answers.of(desk.claims(desk.groups("/groups", PLAIN_LIST))))
        .isEqualTo("token_claim_refused");
  }

  @Test
  void whatIsSaidToMeanNothingIsNothing() { // Discord: 404 outside the guild
    idp.at("/member", Reply.status(404));
    LookupDocument member =
        new LookupDocument(
            "user",
            desk.call("/member"),
            new Credential.CallersToken(),
            List.of(),
            List.of(),
            List.of(404),
            null,
            null);

    assertThat(desk.passed(member).has("user")).isFalse();
  }

  @Test
  void anAnswerThatCallsItselfBadCountsAgainstTheToken() { // Slack: 200 with ok:false
    idp.at("/me", Reply.json("{'ok':false,'sub':'u/1'}"));
    LookupDocument me =
        new LookupDocument(
            "user",
            desk.call("/me"),
            new Credential.CallersToken(),
            List.of(),
            List.of(ClaimTestDocument.of("ok", ClaimTestType.True)),
            List.of(),
            null,
            null);

    assertThat(Answers.of(desk.claims(me))).isEqualTo("token_claim_refused");
  }

  @Test
  void aTokenThatIsRefusedByOneAnswerCausesNoOtherQuestion() { // Google: another hosted domain
    idp.at("/me", Reply.json("{'sub':'u/1','hd':'other.example'}"));
    idp.at("/groups", Reply.status(404));
    ProviderDocument provider =
        Providers.requiring(
            desk.provider(me(new SameDocument("sub", "sub")), desk.groups("/groups", PLAIN_LIST)),
            "user.hd",
            "corp.example");

    try (var asking = desk.asking(provider)) {
      assertThat(Answers.of(asking.claims("idp", "idp_t"))).isEqualTo("token_claim_refused");
    }
    assertThat(idp.questionsTo("/groups")).isZero();
  }

  @Test
  void nothingIsAskedThatNobodyNeeds() {
    LookupDocument unneeded =
        new LookupDocument(
            "user",
            desk.call("/me"),
            new Credential.CallersToken(),
            List.of(ClaimTestDocument.of("hasgroups", ClaimTestType.Present)),
            List.of(),
            List.of(),
            null,
            null);

    assertThat(desk.passed(unneeded).has("user")).isFalse();
    assertThat(idp.questionsTo("/me")).isZero();
  }

  private LookupDocument me(SameDocument subject) {
    return new LookupDocument(
        "user",
        desk.call("/me"),
        new Credential.CallersToken(),
        List.of(),
        List.of(),
        List.of(),
        subject,
        null);
  }
}
