package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * A11: an application acts only as the user that an administrator gave it, and nobody becomes an
 * application.
 */
class ApplicationsAreNoUsers {

  private static final ClaimPath USERNAME = ClaimPath.of("preferred_username");

  private static final ApplicationMark KEYCLOAK =
      new ApplicationMark(
          List.of(new ClaimTest.StartsWith(USERNAME, "service-account-")),
          List.of(ClaimPath.of("azp")),
          List.of(new ClaimTest.Spells(USERNAME, "service-account-", ClaimPath.of("azp"), "")));

  private static final ApplicationMark COGNITO =
      new ApplicationMark(
          List.of(new ClaimTest.Absent(ClaimPath.of("username"))),
          List.of(ClaimPath.of("client_id")),
          List.of(new ClaimTest.Spells(ClaimPath.of("sub"), "", ClaimPath.of("client_id"), "")));

  private static final ApplicationMark AUTH0 =
      new ApplicationMark(
          List.of(new ClaimTest.Equals(ClaimPath.of("gty"), "client-credentials")),
          List.of(ClaimPath.of("azp")),
          List.of(new ClaimTest.Spells(ClaimPath.of("sub"), "", ClaimPath.of("azp"), "@clients")));

  private static final UsernameBounds BOUNDS = new UsernameBounds(Set.of("admin"));

  private static final Map<String, String> APPLICATIONS =
      Map.of("ci-bot", "svc-ci", "CI-Upper", "svc-upper", "boss", "admin");

  private static final Named<SubjectMapping> PROVIDERS =
      new Named<>(
          Map.of(
              "keycloak", mapping(USERNAME, KEYCLOAK),
              "auth0", mapping(ClaimPath.of("https://jira.example/user"), AUTH0),
              "cognito", mapping(ClaimPath.of("username"), COGNITO)));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "applications.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void aTokenIs(String what, String provider, String claims, String expected) {
    var outcome =
        PROVIDERS.get(provider).subject(TokenClaims.parse(claims.getBytes(UTF_8)).orElseThrow());

    assertThat(spelled(outcome)).isEqualTo(expected);
  }

  private static SubjectMapping mapping(ClaimPath username, ApplicationMark mark) {
    return new SubjectMapping(
        new UsernameMapping(username, List.of()), Optional.of(mark), APPLICATIONS, BOUNDS);
  }

  private static String spelled(Outcome<TokenSubject> outcome) {
    return switch (outcome) {
      case Outcome.Pass<TokenSubject>(TokenSubject.Person(String name)) -> "person " + name;
      case Outcome.Pass<TokenSubject>(TokenSubject.Application(String id, String name)) ->
          "application %s as %s".formatted(id, name);
      case Outcome.Refused<TokenSubject> refused -> Answers.of(refused);
    };
  }
}
