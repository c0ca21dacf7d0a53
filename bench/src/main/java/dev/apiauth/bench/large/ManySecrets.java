package dev.apiauth.bench.large;

import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.token.ApiTokenText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A namespace with as many API tokens as entries of the vault, a Secret each, one of either for
 * each user.
 */
final class ManySecrets {

  /** Marks the Secrets of API tokens. */
  static final Map<String, String> API_TOKENS = Map.of("apiauth.dev/api-tokens", "jira");

  private static final SecureRandom RANDOM = new SecureRandom();

  private ManySecrets() {}

  static SecretLookup of(int number, Instant now) {
    return SecretLookup.of(
        IntStream.range(0, number)
            .boxed()
            .flatMap(user -> Stream.of(token(user, now), onFile(user)))
            .toList());
  }

  private static SecretContent token(int user, Instant now) {
    ApiTokenText token = ApiTokenText.make(RANDOM);
    return secret(
        "api-token-" + user,
        API_TOKENS,
        Map.of(
            "id",
            token.id(),
            "hash",
            token.hash().hex(),
            "username",
            "user-" + user,
            "groups",
            "group-" + user,
            "created",
            now.toString(),
            "notAfter",
            now.plus(Duration.ofDays(90)).toString(),
            "operations",
            "Read",
            "paths",
            "/rest/api/2/issue",
            "cidrs",
            "203.0.113.0/24"));
  }

  private static SecretContent onFile(int user) {
    return secret(
        "pat-" + user,
        Map.of("apiauth.dev/pat-vault", "jira"),
        Map.of(
            "username",
            "user-" + user,
            "token",
            "personal-access-token-of-user-%06d".formatted(user)));
  }

  private static SecretContent secret(
      String name, Map<String, String> labels, Map<String, String> values) {
    return new SecretContent(
        name,
        labels,
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    value -> value.getValue().getBytes(StandardCharsets.UTF_8))));
  }
}
