package dev.apiauth.policy.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.ProviderPreset.Parameter;
import dev.apiauth.policy.spec.TokenTyp;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped facts, held against themselves. */
class PresetsSayWhatTheyAskFor {

  private static final PresetCatalog CATALOG = PresetCatalog.shipped();

  @Test
  void underTheirNames() {
    assertThat(CATALOG.providers()).containsOnlyKeys("AwsCognito", "Keycloak", "Oidc");
    assertThat(CATALOG.products()).containsOnlyKeys("Bitbucket", "Confluence", "Jira");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theExampleOfAParameterIsOne(ProviderPreset preset) {
    assertThat(preset.parameters())
        .isNotEmpty()
        .allSatisfy(
            parameter ->
                assertThat(Pattern.matches(parameter.pattern(), parameter.example())).isTrue());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noParameterLeavesItsPlaceInAUrl(ProviderPreset preset) {
    assertThat(preset.parameters())
        .allSatisfy(
            parameter ->
                assertThat(Stream.of("a/../b", "a b", "a#b", "a@b", "{realm}", ""))
                    .noneMatch(odd -> Pattern.matches(parameter.pattern(), odd)));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyPlaceInAUrlHasItsParameter(ProviderPreset preset) {
    var names = preset.parameters().stream().map(Parameter::name).toList();

    assertThat(templates(preset).flatMap(PresetsSayWhatTheyAskFor::places)).isSubsetOf(names);
  }

  /** A10: whatever the provider signs, only access tokens open something here. */
  @ParameterizedTest
  @MethodSource("providers")
  void anAccessTokenIsToldFromEveryOtherToken(ProviderPreset preset) {
    if (!(preset.verification() instanceof VerificationDocument.Jwt jwt)) return;
    var mark = jwt.accessToken();

    assertThat(mark.typ() == TokenTyp.AtJwt || !mark.anyOf().isEmpty()).isTrue();
    assertThat(preset.application()).isNotNull();
  }

  static Stream<ProviderPreset> providers() {
    return CATALOG.providers().values().stream();
  }

  private static Stream<String> templates(ProviderPreset preset) {
    Stream<String> keys =
        preset.verification() instanceof VerificationDocument.Jwt jwt
            ? Stream.of(jwt.keys().discoveryURL(), jwt.keys().jwksURL()).filter(Objects::nonNull)
            : Stream.empty();
    return Stream.concat(preset.issuers().stream(), keys);
  }

  private static Stream<String> places(String template) {
    return java.util.regex.Pattern.compile("\\{([^}]*)\\}")
        .matcher(template)
        .results()
        .map((MatchResult place) -> place.group(1));
  }
}
