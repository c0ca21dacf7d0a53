package dev.apiauth.operator.tokens.decide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.PreviousToken;
import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import dev.apiauth.policy.token.ApiTokenHash;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts about a token that was created at noon and lives for a hundred hours. */
record Facts(PolicyState policy, @Nullable AtlassianApiTokenStatus status, int older, Instant now) {

  static final Instant CREATED = Instant.parse("2027-01-01T12:00:00Z");
  private static final Duration LIFE = Duration.ofHours(100);
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Of a policy in that state, with that value, so many hours after it was created. */
  static Facts of(String policy, String value, int hours) {
    return new Facts(policy(policy), value(value), 0, CREATED.plus(Duration.ofHours(hours)));
  }

  /** The same with older tokens of the same user. */
  Facts with(int olderTokens) {
    return new Facts(policy, status, olderTokens, now);
  }

  private static PolicyState policy(String state) {
    return switch (state) {
      case "missing" -> new PolicyState.Missing();
      case "refused" -> new PolicyState.NotAccepted();
      case "strict" -> accepted("{}");
      case "short" -> accepted("{apiTokens: {maxLifetime: 99h}}");
      case "takes" -> accepted("{apiTokens: {maxPerUser: 2}}");
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static PolicyState accepted(String credentials) {
    return new PolicyState.Accepted(
        read(
            """
            product: Jira
            targetRef: {name: jira}
            access: {groups: {allow: ["*"]}}
            credentials: %s
            identity: {type: PersonalAccessTokens, deniedUsernames: [root], personalAccessTokens: {secretSelector: {matchLabels: {vault: jira}}}}
            """
                .formatted(credentials),
            AtlassianApiAuthSpec.class));
  }

  private static @Nullable AtlassianApiTokenStatus value(String value) {
    return switch (value) {
      case "none" -> null;
      case "made" -> made("b", null);
      case "other" -> made("a", null);
      case "turned" ->
          made("b", new PreviousToken("former000000", "f".repeat(64), "2027-01-02T12:00:00Z"));
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static AtlassianApiTokenStatus made(String trigger, @Nullable PreviousToken previous) {
    return new AtlassianApiTokenStatus(
        1L,
        List.of(),
        "newest000000",
        "a".repeat(64),
        CREATED.toString(),
        trigger,
        "ci-api-token",
        null,
        previous);
  }

  TokenFacts facts() {
    return facts("svc-ci");
  }

  TokenFacts facts(String username) {
    AtlassianApiTokenSpec spec =
        read(
            """
            policyRef: {name: jira}
            username: %s
            lifetime: 100h
            rotation: {trigger: b, overlap: 24h}
            removeAfterExpiry: 48h
            """
                .formatted(username),
            AtlassianApiTokenSpec.class);
    var issuance =
        new Issuance(
            metadata(),
            spec,
            CREATED.plus(LIFE),
            Optional.ofNullable(status).orElse(AtlassianApiTokenStatus.NONE));
    return new TokenFacts(issuance, policy, others(), now);
  }

  private static ObjectMeta metadata() {
    return new ObjectMetaBuilder()
        .withName("ci")
        .withNamespace("atlassian")
        .withUid("1b2c3d4e-0000-4000-8000-000000000001")
        .withGeneration(1L)
        .withCreationTimestamp(CREATED.toString())
        .build();
  }

  private List<IssuedToken> others() {
    return IntStream.range(0, older)
        .mapToObj(
            number ->
                new IssuedToken(
                    "older000000" + number,
                    new ApiTokenHash("0".repeat(64)),
                    "SVC-CI",
                    Optional.empty(),
                    CREATED.minusSeconds(60),
                    Optional.empty(),
                    CREATED.plus(Duration.ofHours(98)),
                    IssuedToken.Scope.ALL,
                    "AtlassianApiToken older-" + number))
        .toList();
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
