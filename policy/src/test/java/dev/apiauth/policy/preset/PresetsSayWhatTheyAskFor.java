package dev.apiauth.policy.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.re2j.Pattern;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.ProviderPreset.Count;
import dev.apiauth.policy.preset.ProviderPreset.Parameter;
import dev.apiauth.policy.spec.TokenTyp;
import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.policy.token.ClaimPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped facts, held against themselves. */
class PresetsSayWhatTheyAskFor {

  private static final PresetCatalog CATALOG = PresetCatalog.shipped();
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void underTheirNames() {
    assertThat(CATALOG.providers().keySet())
        .containsExactly(
            "AwsCognito",
            "AzureAdB2C",
            "Discord",
            "EntraId",
            "Facebook",
            "GitHub",
            "GitLab",
            "Google",
            "Keycloak",
            "Oidc",
            "Okta",
            "Slack");
    assertThat(CATALOG.products()).containsOnlyKeys("Bitbucket", "Confluence", "Jira");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theExampleOfAParameterIsOneAndSoIsItsDefault(ProviderPreset preset) {
    assertThat(preset.parameters())
        .allSatisfy(
            parameter ->
                assertThat(
                        Stream.of(
                                parameter.example(),
                                Objects.requireNonNullElse(
                                    parameter.byDefault(), parameter.example()))
                            .allMatch(value -> Pattern.matches(parameter.pattern(), value)))
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noParameterLeavesItsPlaceInAUrl(ProviderPreset preset) {
    Set<String> inUrls =
        urls(preset).flatMap(PresetsSayWhatTheyAskFor::places).collect(Collectors.toSet());

    assertThat(preset.parameters())
        .allSatisfy(
            parameter ->
                assertThat(Stream.of("a/../b", "a b", "a#b", "a?b", "{realm}", "", "a@b"))
                    .noneMatch(
                        odd ->
                            inUrls.contains(parameter.name())
                                && Pattern.matches(parameter.pattern(), odd)));
    assertThat(preset.parameters())
        .noneMatch(parameter -> Pattern.matches(parameter.pattern(), "a\r\nb"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyPlaceHasItsParameterAndEveryParameterItsPlace(ProviderPreset preset) {
    Set<String> names =
        preset.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    JsonNode filled =
        JSON.valueToTree(
            List.of(
                preset.issuers(),
                preset.requiredClaims(),
                preset.verification(),
                preset.lookups()));
    Set<String> places = places(filled.toString()).collect(Collectors.toSet());
    itemMembers(preset).forEach(places::remove);
    places.remove("clientId");

    assertThat(places).isEqualTo(names);
  }

  /** An item is named by members in braces, which must not be taken for parameters. */
  @ParameterizedTest
  @MethodSource("providers")
  void noParameterIsCalledLikeAMemberOfAnItem(ProviderPreset preset) {
    Set<String> members = itemMembers(preset).collect(Collectors.toSet());
    members.addAll(Set.of("clientId", "claim"));

    assertThat(preset.parameters()).extracting(Parameter::name).noneMatch(members::contains);
  }

  /** A claim must not choose the host that is asked. */
  @ParameterizedTest
  @MethodSource("providers")
  void noClaimStandsInAHost(ProviderPreset preset) {
    assertThat(urls(preset))
        .allSatisfy(
            url ->
                assertThat(url.replaceFirst("^(https://)?([^/]*).*", "$2"))
                    .doesNotContain("{claim:"));
  }

  /** What is made with the first of several would be made wrongly for the others. */
  @ParameterizedTest
  @MethodSource("providers")
  void severalValuesStandInIssuersAndRequiredClaims(ProviderPreset preset) {
    if (preset.name().equals("AzureAdB2C")) return; // all user flows of a tenant have the same keys
    Set<String> inUrls =
        urls(preset).flatMap(PresetsSayWhatTheyAskFor::places).collect(Collectors.toSet());

    assertThat(preset.parameters().stream().filter(each -> each.count() == Count.Several))
        .extracting(Parameter::name)
        .noneMatch(inUrls::contains);
  }

  /** A9: whatever the provider signs, only access tokens open something here. */
  @ParameterizedTest
  @MethodSource("providers")
  void anAccessTokenIsToldFromEveryOtherToken(ProviderPreset preset) {
    if (!(preset.verification() instanceof VerificationDocument.Jwt jwt)) return;
    var mark = jwt.accessToken();

    assertThat(mark.typ() == TokenTyp.AtJwt || !mark.anyOf().isEmpty()).isTrue();
    assertThat(preset.issuers()).isNotEmpty();
    assertThat(preset.prefixes()).isEmpty();
  }

  /** O1: none is accepted on the strength of a user alone. */
  @ParameterizedTest
  @MethodSource("providers")
  void everyPresetProvesTheAudience(ProviderPreset preset) {
    assertThat(preset.verification()).isNotInstanceOf(VerificationDocument.UserInfo.class);
    assertThat(ClaimPath.parse(preset.audience())).isPresent();
    assertThat(preset.lookups())
        .as("the proof is in the answer about the token")
        .noneMatch(lookup -> preset.audience().startsWith(lookup.name()));
  }

  /** A11: application tokens are marked, or the preset says why there are none to mark. */
  @ParameterizedTest
  @MethodSource("providers")
  void anApplicationsTokenIsToldFromAPersons(ProviderPreset preset) {
    assertThat(preset.application() == null).isEqualTo(preset.withoutApplications() != null);
  }

  /** Their routes: by issuer, by prefix, or as the one provider without a known beginning. */
  @Test
  void everyKindOfTokenHasItsRoute() {
    assertThat(
            providers().filter(preset -> preset.issuers().isEmpty() && preset.prefixes().isEmpty()))
        .extracting(ProviderPreset::name)
        .containsExactly("Discord", "GitLab");
    List<String> prefixes = providers().flatMap(preset -> preset.prefixes().stream()).toList();
    assertThat(prefixes)
        .contains("gho_", "ghu_", "xoxp-", "ya29.", "EAA")
        .allSatisfy(
            prefix ->
                assertThat(
                        Stream.concat(prefixes.stream(), Stream.of(ApiTokenText.PREFIX))
                            .filter(other -> other.startsWith(prefix)))
                    .containsExactly(prefix));
  }

  /** Jira's and Confluence's tokens are base64 of a number, Bitbucket's say what they are. */
  @ParameterizedTest
  @MethodSource("providers")
  void noTokenOfAProductBeginsLikeAProviders(ProviderPreset preset) {
    assertThat(preset.prefixes())
        .noneMatch(prefix -> prefix.matches("[MNO][DTjz].*|BBDC-.*|B|BB.*"));
  }

  /** A claim that is looked up is looked up by somebody. */
  @ParameterizedTest
  @MethodSource("providers")
  void theUserNameIsInTheTokenOrInALookup(ProviderPreset preset) {
    Stream<String> claims =
        Stream.concat(
            Stream.of(preset.username()),
            preset.chosenByPeople().stream().flatMap(chosen -> chosen.proofs().stream()));

    assertThat(claims.map(ClaimPath::parse)).allMatch(Optional::isPresent);
    assertThat(preset.lookups()).extracting(LookupDocument::name).doesNotHaveDuplicates();
  }

  static Stream<ProviderPreset> providers() {
    return CATALOG.providers().values().stream();
  }

  private static Stream<String> itemMembers(ProviderPreset preset) {
    return preset.lookups().stream()
        .flatMap(lookup -> Optional.ofNullable(lookup.items()).stream())
        .flatMap(items -> Optional.ofNullable(items.name()).stream())
        .flatMap(PresetsSayWhatTheyAskFor::places);
  }

  private static Stream<String> urls(ProviderPreset preset) {
    JsonNode asked = JSON.valueToTree(List.of(preset.verification(), preset.lookups()));
    return Stream.of("url", "discoveryURL", "jwksURL", "tokenURL")
        .flatMap(name -> asked.findValuesAsText(name).stream());
  }

  private static Stream<String> places(String template) {
    return java.util.regex.Pattern.compile("\\{([A-Za-z]+)}")
        .matcher(template)
        .results()
        .map((MatchResult place) -> place.group(1));
  }
}
