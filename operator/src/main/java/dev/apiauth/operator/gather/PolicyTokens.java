package dev.apiauth.operator.gather;

import dev.apiauth.policy.check.CheckedApiToken;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.IssuedTokens;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API tokens of the resources that name one policy. A resource that this operator cannot read
 * issues nothing: it may carry a restriction that nobody here would keep.
 */
final class PolicyTokens implements IssuedTokens {

  private final List<UncheckedApiToken> tokens;
  private final TokenReader reader;

  PolicyTokens(List<UncheckedApiToken> tokens, TokenReader reader) {
    this.tokens = tokens;
    this.reader = reader;
  }

  @Override
  public List<IssuedToken> all() {
    return tokens.stream().flatMap(this::values).toList();
  }

  private Stream<IssuedToken> values(UncheckedApiToken token) {
    return switch (reader.read(token)) {
      case CheckedApiToken.Refused unreadable -> Stream.empty();
      case CheckedApiToken.Accepted(var spec) ->
          Issuance.of(token, spec).stream().flatMap(issuance -> issuance.values().stream());
    };
  }
}
