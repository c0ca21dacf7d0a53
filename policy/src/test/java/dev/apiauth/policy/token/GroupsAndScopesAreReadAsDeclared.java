package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A10: no encoding is guessed, and a claim that is missing is not an empty list. */
class GroupsAndScopesAreReadAsDeclared {

  private static final Named<GroupsEncoding> ENCODINGS =
      new Named<>(
          Map.of(
              "array", new GroupsEncoding.Array(),
              "single", new GroupsEncoding.ArrayOrSingle(),
              "separated", new GroupsEncoding.Separated(';'),
              "pipe", new GroupsEncoding.Separated('|')));

  private static final List<ClaimTest> OVERAGE =
      List.of(
          new ClaimTest.Present(ClaimPath.of("_claim_names.groups")),
          new ClaimTest.True(ClaimPath.of("hasgroups")));

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(resources = "groups.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void groupsAre(String encoding, String claims, String expected) {
    var groups =
        new GroupsClaim(ClaimPath.of("groups"), ENCODINGS.get(encoding), OVERAGE)
            .read(claims(claims));

    assertThat(spelled(groups)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvFileSource(resources = "scopes.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void scopesAre(String required, String claims, String expected) {
    var rule =
        new ScopeRule(
            ClaimPath.of("data.scopes"),
            required.equals("-") ? Set.of() : Set.of(required.split(" ")));

    assertThat(Answers.of(rule.check(claims(claims)))).isEqualTo(expected);
  }

  private static TokenClaims claims(String json) {
    return TokenClaims.parse(json.getBytes(UTF_8)).orElseThrow();
  }

  private static String spelled(Outcome<Optional<Set<String>>> groups) {
    return groups instanceof Outcome.Pass<Optional<Set<String>>>(Optional<Set<String>> known)
        ? known.map(names -> new TreeSet<>(names).toString()).orElse("unknown")
        : Answers.of(groups);
  }
}
