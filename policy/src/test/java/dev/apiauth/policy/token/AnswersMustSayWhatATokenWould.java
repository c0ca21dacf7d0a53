package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** I2 and I3: what a provider's answer about a token must say before the token counts. */
class AnswersMustSayWhatATokenWould {

  /** 2026-11-24T12:00:00Z. */
  private static final Instant NOW = Instant.ofEpochSecond(1_795_521_600);

  private static final Named<AnswerRules> PROVIDERS =
      new Named<>(
          Map.of(
              "introspection",
                  rules(
                      "aud",
                      List.of(
                          new ClaimTest.True(ClaimPath.of("active")),
                          new ClaimTest.AbsentOrEquals(ClaimPath.of("token_type"), "Bearer")),
                      "exp",
                      TokenExpiry.Form.EPOCH_SECONDS),
              "tokeninfo", rules("aud", List.of(), "exp", TokenExpiry.Form.EPOCH_SECONDS),
              "facebook",
                  rules(
                      "/data/app_id",
                      List.of(new ClaimTest.True(ClaimPath.of("/data/is_valid"))),
                      "/data/expires_at",
                      TokenExpiry.Form.EPOCH_SECONDS),
              "gitlab",
                  rules(
                      "/application/uid",
                      List.of(),
                      "expires_in_seconds",
                      TokenExpiry.Form.SECONDS_LEFT),
              "discord",
                  rules("/application/id", List.of(), "expires", TokenExpiry.Form.RFC_3339)));

  private static AnswerRules rules(
      String audience, List<ClaimTest> valid, String expiry, TokenExpiry.Form form) {
    return new AnswerRules(
        Set.of("https://idp.example"),
        Optional.of(new AudienceProof(ClaimPath.of(audience), Set.of("jira"))),
        valid,
        Optional.of(new TokenExpiry(ClaimPath.of(expiry), form)),
        List.of(new RequiredClaim(ClaimPath.of("tid"), Set.of("t-1"))),
        16_384,
        TokenRules.DEFAULT_CLOCK_SKEW);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "answers.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '`')
  void whateverTheProviderSays(
      String provider, String name, String answer, String verdict, String end) {
    Outcome<AnsweredToken> judged = PROVIDERS.get(provider).check(claims(answer), NOW);

    assertThat(Answers.of(judged)).isEqualTo(verdict);
    if (judged instanceof Outcome.Pass<AnsweredToken>(AnsweredToken token)) {
      assertThat(token.end().map(Instant::getEpochSecond).map(String::valueOf).orElse("never"))
          .isEqualTo(end);
    }
  }

  @Test
  void whatALookupFoundStandsUnderItsName() {
    TokenClaims merged =
        claims("{'sub':'1','user':'forged'}")
            .with("user", JsonObject.parse(json("{'email':'a@b.example'}")).orElseThrow().asValue())
            .with("groups", JsonValue.ofStrings(List.of("x", "y")));

    assertThat(merged.string(ClaimPath.of("user.email"))).contains("a@b.example");
    assertThat(merged.strings(ClaimPath.of("groups"))).contains(List.of("x", "y"));
    assertThat(merged.string("sub")).contains("1");
  }

  @Test
  void rulesOfALookupWaitForIt() {
    var rules =
        new LookupRules(
            Optional.of(new AudienceProof(ClaimPath.of("team.id"), Set.of("T1"))),
            List.of(new RequiredClaim(ClaimPath.of("user.hd"), Set.of("corp.example"))));

    assertThat(Answers.of(rules.check(claims("{'team':{'id':'T1'},'user':{'hd':'corp.example'}}"))))
        .isEqualTo("pass");
    assertThat(Answers.of(rules.check(claims("{'team':{'id':'T1'}}"))))
        .isEqualTo("token_claim_refused");
    assertThat(Answers.of(rules.check(claims("{'user':{'hd':'corp.example'}}"))))
        .isEqualTo("token_not_for_us");
  }

  private static TokenClaims claims(String text) {
    return TokenClaims.parse(json(text)).orElseThrow();
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
