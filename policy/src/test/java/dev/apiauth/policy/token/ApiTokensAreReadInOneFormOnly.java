package dev.apiauth.policy.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is no whole token is told apart before anything is looked up. */
class ApiTokensAreReadInOneFormOnly {

  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "api-token-texts.csv", numLinesToSkip = 1)
  void onlyTheIssuedTextIsRead(String name, String text, String expected) {
    assertThat(Answers.of(ApiTokenText.parse(text))).isEqualTo(expected);
  }

  @Test
  void whatIsMadeIsReadAgain() {
    ApiTokenText made = ApiTokenText.make(RANDOM);

    ApiTokenText read = parsed(made.reveal());

    assertThat(read.id()).isEqualTo(made.id()).matches(ApiTokenText::isId);
    assertThat(read.hash()).isEqualTo(made.hash());
    assertThat(read.hash().matches(made.hash())).isTrue();
  }

  @Test
  void noTwoAreAlike() {
    Set<String> ids = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ApiTokenText made = ApiTokenText.make(RANDOM);
      ids.add(made.id());
      hashes.add(made.hash().hex());
    }
    assertThat(ids).hasSize(10_000);
    assertThat(hashes).hasSize(10_000);
  }

  @Test
  void anyOneChangedCharacterIsNoticed() {
    String good = ApiTokenText.make(RANDOM).reveal();
    for (int at = 0; at < good.length(); at++) {
      char other = good.charAt(at) == 'x' ? 'y' : 'x';
      String changed = good.substring(0, at) + other + good.substring(at + 1);

      assertThat(Answers.of(ApiTokenText.parse(changed))).isEqualTo("api_token_malformed");
    }
  }

  @Test
  void scannersFindItInAnyText() {
    String token = ApiTokenText.make(RANDOM).reveal();
    var pattern = Pattern.compile(ApiTokenText.SCANNER_PATTERN);

    assertThat(pattern.matcher("curl -H 'X-Api-Key: " + token + "' https://jira").find()).isTrue();
    assertThat(pattern.matcher(token + "0").find()).isFalse();
  }

  @Test
  void itIsNotPrinted() {
    ApiTokenText made = ApiTokenText.make(RANDOM);

    assertThat(made.toString()).isEqualTo("ApiTokenText[" + made.id() + "]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "api-token-hashes.csv", numLinesToSkip = 1)
  void onlyASha256IsAHash(String name, String text, boolean isHash) {
    assertThat(ApiTokenHash.parse(text == null ? "" : text).isPresent()).isEqualTo(isHash);
  }

  private static ApiTokenText parsed(String text) {
    return switch (ApiTokenText.parse(text)) {
      case Outcome.Pass<ApiTokenText>(ApiTokenText token) -> token;
      case Outcome.Refused<ApiTokenText>(var refusal) -> throw new AssertionError(refusal.reason());
    };
  }
}
