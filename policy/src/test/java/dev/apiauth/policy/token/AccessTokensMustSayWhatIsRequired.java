package dev.apiauth.policy.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * J17 to J20, A1, A7, A9, M2 and D2: what a token with a good signature must still say. Each row of
 * the table is a good token with one change.
 */
class AccessTokensMustSayWhatIsRequired {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** 2026-11-24T12:00:00Z. */
  private static final Instant NOW = Instant.ofEpochSecond(1_795_521_600);

  private static final AudienceProof FOR_JIRA = AudienceProof.byAudience(Set.of("api://jira"));

  private static final Named<TokenRules> PROVIDERS =
      new Named<>(
          Map.of(
              "rfc9068", rules(FOR_JIRA, new AccessTokenMark.TypedHeader()),
              "keycloak", rules(FOR_JIRA, AccessTokenMark.OneOf.saying("typ", "Bearer")),
              "unmarked", rules(FOR_JIRA, new AccessTokenMark.NoForeignClaims()),
              "cognito",
                  rules(
                      new AudienceProof(ClaimPath.of("client_id"), Set.of("app-1", "app-2")),
                      AccessTokenMark.OneOf.saying("token_use", "access")),
              "tenant",
                  rules(FOR_JIRA, new AccessTokenMark.NoForeignClaims())
                      .requiring(
                          List.of(
                              new RequiredClaim(ClaimPath.of("tid"), Set.of("t-1", "t-2")),
                              new RequiredClaim(ClaimPath.of("email_verified"), Set.of("true"))))));

  record Case(String name, String provider, Optional<String> typ, String claims, String expected) {
    @Override
    public String toString() {
      return provider + ": " + name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aTokenIsJudgedByItsProvidersRules(Case token) {
    var header = new TokenHeader("RS256", Optional.empty(), token.typ());
    var claims = TokenClaims.parse(token.claims().getBytes(StandardCharsets.UTF_8)).orElseThrow();

    var answer = ClaimRules.check(header, claims, PROVIDERS.get(token.provider()), NOW);

    assertThat(Answers.of(answer)).isEqualTo(token.expected());
  }

  private static TokenRules rules(AudienceProof audience, AccessTokenMark mark) {
    return TokenRules.of("https://idp.example/realms/one", audience, mark);
  }

  static Stream<Case> cases() throws IOException {
    try (var table =
        AccessTokensMustSayWhatIsRequired.class.getResourceAsStream("claim-rules.yaml")) {
      JsonNode root = new YAMLMapper().readTree(table);
      return StreamSupport.stream(root.get("cases").spliterator(), false)
          .map(row -> row(root, row))
          .toList()
          .stream();
    }
  }

  private static Case row(JsonNode root, JsonNode row) {
    String provider = row.get("provider").asText();
    JsonNode good = root.get("good").get(provider);
    ObjectNode claims = good.get("claims").deepCopy();
    row.path("set").properties().forEach(change -> claims.set(change.getKey(), change.getValue()));
    row.path("without").forEach(name -> claims.remove(name.asText()));
    JsonNode typ = row.has("typ") ? row.get("typ") : good.path("typ");
    return new Case(
        row.get("name").asText(),
        provider,
        typ.isTextual() ? Optional.of(typ.textValue()) : Optional.empty(),
        text(claims),
        row.get("expect").asText());
  }

  private static String text(ObjectNode claims) {
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
