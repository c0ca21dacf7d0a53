package dev.apiauth.bench.large;

import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.token.ApiTokenText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A namespace with as many API tokens as entries of the vault, a Secret each, one of either for
 * each user.
 */
record ManySecrets(List<SecretContent> secrets) implements SecretLookup {

  private static final SecureRandom RANDOM = new SecureRandom();

  static ManySecrets of(int number, Instant now) {
    return new ManySecrets(
        IntStream.range(0, number)
            .boxed()
            .flatMap(user -> Stream.of(token(user, now), onFile(user)))
            .toList());
  }

  private static SecretContent token(int user, Instant now) {
    ApiTokenText token = ApiTokenText.make(RANDOM);
    return secret(
        "api-token-" + user,
        Map.of("apiauth.dev/api-tokens", "jira"),
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

  @Override
  public List<SecretContent> labelled(Map<String, String> labels) {
    return secrets.stream()
        .filter(secret -> secret.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  @Override
  public Optional<SecretContent> named(String name) {
    return secrets.stream().filter(secret -> secret.name().equals(name)).findFirst();
  }
}
