package dev.apiauth.cli.token;

import dev.apiauth.policy.resolve.ApiTokenAdmission;
import dev.apiauth.policy.resolve.ApiTokenSecret;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.RefusedToken;
import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How tokens are, by themselves and, where a policy is named, by the policy. */
final class TokenStates {

  private final Instant now;
  private final List<IssuedToken> tokens = new ArrayList<>();
  private final List<TokenList.Row> unusable = new ArrayList<>();

  TokenStates(List<SecretContent> secrets, Instant now) {
    this.now = now;
    secrets.forEach(this::read);
  }

  private void read(SecretContent secret) {
    switch (ApiTokenSecret.read(secret)) {
      case ApiTokenSecret.Reading.Described(IssuedToken token) -> tokens.add(token);
      case ApiTokenSecret.Reading.Unusable(var problem) ->
          unusable.add(
              new TokenList.Row(
                  secret.text("id").orElse(""),
                  secret.text("username").orElse(""),
                  secret.text("notAfter").orElse(""),
                  "",
                  "unusable: %s. %s".formatted(problem.message(), problem.mend()),
                  "Secret " + secret.name()));
    }
  }

  TokenList list(Optional<AtlassianApiAuthSpec> policy) {
    List<RefusedToken> refused =
        policy.map(spec -> ApiTokenAdmission.of(spec, tokens, now).refused()).orElse(List.of());
    return new TokenList(
        Stream.concat(tokens.stream().map(token -> row(token, refused)), unusable.stream())
            .toList());
  }

  private TokenList.Row row(IssuedToken token, List<RefusedToken> refused) {
    String state =
        refused.stream()
            .filter(each -> each.token().equals(token))
            .findFirst()
            .map(each -> "refused: it %s. %s".formatted(each.message(), each.mend()))
            .orElseGet(() -> state(token));
    return new TokenList.Row(
        token.id(),
        token.username(),
        token.notAfter().toString(),
        scope(token.scope()),
        state,
        token.source());
  }

  private String state(IssuedToken token) {
    if (!now.isBefore(token.notAfter())) return "ended";
    return token.notBefore().filter(now::isBefore).isPresent() ? "not yet" : "active";
  }

  private static String scope(IssuedToken.Scope scope) {
    String words =
        Stream.of(
                scope.operations().stream().map(Enum::name).toList(),
                scope.methods(),
                scope.paths(),
                scope.cidrs())
            .filter(list -> !list.isEmpty())
            .map(list -> String.join(",", list))
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "all" : words;
  }
}
