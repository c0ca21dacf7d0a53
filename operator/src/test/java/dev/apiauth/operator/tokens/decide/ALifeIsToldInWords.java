package dev.apiauth.operator.tokens.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.operator.status.StatusEvent;
import dev.apiauth.policy.token.ApiTokenHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole statuses of a token, and what is told of them: {@code life/NAME.yaml}. To write them anew:
 * {@code -Dgolden=write}.
 */
class ALifeIsToldInWords {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("apiauth.root", ".."),
          "operator/src/test/resources/dev/apiauth/operator/tokens/decide/life");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  record Moment(String name, TokenFacts facts) {

    @Override
    public String toString() {
      return name;
    }
  }

  record Told(AtlassianApiTokenStatus status, List<StatusEvent> events) {}

  static Stream<Moment> life() {
    return Stream.of(
        new Moment("issued", Facts.of("takes", "none", 0).facts()),
        new Moment("rotated", Facts.of("takes", "other", 1).facts()),
        new Moment("both-valid", Facts.of("takes", "turned", 1).facts()),
        new Moment("former-ended", Facts.of("takes", "turned", 30).facts()),
        new Moment("ends-soon", Facts.of("takes", "made", 80).facts()),
        new Moment("ended", Facts.of("takes", "made", 100).facts()),
        new Moment("policy-missing", Facts.of("missing", "none", 0).facts()),
        new Moment("policy-refused-before", Facts.of("refused", "none", 0).facts()),
        new Moment("policy-refused-after", Facts.of("refused", "made", 1).facts()),
        new Moment("policy-takes-none", Facts.of("strict", "none", 0).facts()),
        new Moment("lives-too-long", Facts.of("short", "made", 1).facts()),
        new Moment("too-many", Facts.of("takes", "none", 0).with(3).facts()),
        new Moment("user-denied", Facts.of("takes", "none", 0).facts("root")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("life")
  void moment(Moment moment) throws IOException {
    Path file = GOLDEN.resolve(moment + ".yaml");
    String told = YAML.writeValueAsString(told(moment.facts()));
    if (System.getProperty("golden", "").equals("write")) Files.writeString(file, told);

    assertThat(told).isEqualTo(Files.readString(file));
  }

  @Test
  void noFileIsLeftOver() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(life().map(moment -> moment + ".yaml").toList());
    }
  }

  private static Told told(TokenFacts facts) {
    AtlassianApiTokenStatus status =
        switch (TokenDecider.decide(facts)) {
          case TokenDecision.Issue() -> issued(facts);
          case TokenDecision.Leave(TokenVerdict verdict) -> TokenStatusReport.of(facts, verdict);
          case TokenDecision.Remove() -> throw new AssertionError("it would be removed");
        };
    return new Told(status, TokenEvents.between(facts.issuance().status(), status));
  }

  private static AtlassianApiTokenStatus issued(TokenFacts facts) {
    var value =
        new NewValue("justmade0000", new ApiTokenHash("b".repeat(64)), facts.now(), "ci-api-token");
    TokenFacts recorded = facts.with(TokenStatusReport.recorded(facts, value));
    return TokenStatusReport.of(recorded, TokenStatusReport.issued(recorded));
  }
}
