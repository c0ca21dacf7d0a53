package dev.apiauth.sidecar.providers;

import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.token.ApiTokenText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A namespace with many Secrets: API tokens, one of each user, and people's personal access tokens.
 *
 * @param tokens what is behind the API tokens' Secrets
 * @param secrets all Secrets
 */
record ManySecrets(List<ApiTokenText> tokens, SecretLookup secrets) {

  /** What a resource needs so that the API tokens are looked for. */
  static final String ACCEPTED = "{secretSelector: {matchLabels: {api-tokens: jira}}}";

  private static final SecureRandom RANDOM = new SecureRandom();

  static ManySecrets of(int apiTokens, int vaultEntries, Instant now) {
    var tokens = IntStream.range(0, apiTokens).mapToObj(_ -> ApiTokenText.make(RANDOM)).toList();
    var described = IntStream.range(0, apiTokens).mapToObj(at -> token(at, tokens.get(at), now));
    var onFile = IntStream.range(0, vaultEntries).mapToObj(ManySecrets::onFile);
    return new ManySecrets(tokens, SecretLookup.of(Stream.concat(described, onFile).toList()));
  }

  private static SecretContent token(int number, ApiTokenText token, Instant now) {
    return secret(
        "api-token-" + number,
        Map.of("api-tokens", "jira"),
        Map.of(
            "id", token.id(),
            "hash", token.hash().hex(),
            "username", "user-" + number,
            "groups", "group-" + number,
            "created", now.toString(),
            "notAfter", now.plus(Duration.ofHours(1)).toString()));
  }

  private static SecretContent onFile(int number) {
    return secret(
        "pat-" + number,
        Map.of("apiauth.dev/pat-vault", "true"),
        Map.of("username", "user-" + number, "token", "token-on-file-of-user-" + number));
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
