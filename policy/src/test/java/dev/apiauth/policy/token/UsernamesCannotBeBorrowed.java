package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.policy.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The username claim and its transforms name the product's user, or nobody. */
class UsernamesCannotBeBorrowed {

  private static final Named<List<UsernameTransform>> TRANSFORMS =
      new Named<>(
          Map.of(
              "none", List.of(),
              "strip",
                  List.of(new UsernameTransform.StripDomain(Set.of("corp.example", "Eu.Example"))),
              "lower", List.of(new UsernameTransform.Lowercase()),
              "strip lower",
                  List.of(
                      new UsernameTransform.StripDomain(Set.of("corp.example")),
                      new UsernameTransform.Lowercase()),
              "map",
                  List.of(
                      new UsernameTransform.StaticMap(Map.of("00u1", "alice", "00u2", "Admin"))),
              "regex", List.of(RegexTransform.of("(?:CORP\\\\)?([a-z]+)\\.([a-z]+)", "$2$1"))));

  private final UsernameBounds bounds = new UsernameBounds(Set.of("admin", "Root"));

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(
      resources = "usernames.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void aClaimBecomes(String transforms, String claim, String expected) {
    String json = "{\"sub\":\"admin-sub\",\"name\":\"%s\"}".formatted(claim);

    assertThat(answer(TRANSFORMS.get(transforms), json)).isEqualTo(expected);
  }

  @Test
  void subNeverStepsInForAMissingClaim() {
    assertThat(answer(List.of(), "{\"sub\":\"alice\"}")).isEqualTo("user_unmapped");
    assertThat(answer(List.of(), "{\"sub\":\"alice\",\"name\":null}")).isEqualTo("user_unmapped");
    assertThat(answer(List.of(), "{\"sub\":\"alice\",\"name\":[\"alice\"]}"))
        .isEqualTo("user_unmapped");
    assertThat(answer(List.of(), "{\"sub\":\"alice\",\"name\":7.5}")).isEqualTo("user_unmapped");
    assertThat(answer(List.of(), "{\"sub\":\"alice\",\"name\":true}")).isEqualTo("user_unmapped");
  }

  /** GitHub's {@code id}. */
  @Test
  void aWholeNumberIsItsDigits() {
    assertThat(answer(List.of(), "{\"sub\":\"alice\",\"name\":583231}")).isEqualTo("583231");
  }

  @Test
  void aNameHas255CharactersAtMost() {
    assertThat(bounds.admit("a".repeat(255))).isInstanceOf(Outcome.Pass.class);
    assertThat(Answers.of(bounds.admit("a".repeat(256)))).isEqualTo("user_unmapped");
  }

  @Test
  void stripDomainWithoutDomainsIsAMistake() {
    assertThatThrownBy(() -> new UsernameTransform.StripDomain(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String answer(List<UsernameTransform> transforms, String json) {
    var mapping =
        new SubjectMapping(
            new UsernameMapping(ClaimPath.of("name"), transforms),
            Optional.empty(),
            Map.of(),
            bounds);
    var outcome = mapping.subject(TokenClaims.parse(json.getBytes(UTF_8)).orElseThrow());
    return outcome instanceof Outcome.Pass<TokenSubject>(TokenSubject subject)
        ? subject.username()
        : Answers.of(outcome);
  }
}
