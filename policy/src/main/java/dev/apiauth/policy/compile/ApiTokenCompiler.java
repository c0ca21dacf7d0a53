package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.ApiToken;
import dev.apiauth.policy.decide.ApiTokenIndex;
import dev.apiauth.policy.decide.ApiTokenRules;
import dev.apiauth.policy.decide.ApiTokenScope;
import dev.apiauth.policy.document.ApiTokensDocument;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.token.ApiTokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the API tokens. */
final class ApiTokenCompiler {

  private ApiTokenCompiler() {}

  /**
   * Without the section there are none, whatever is published.
   *
   * @throws RuntimeException if a token does not hold together, which makes the policy unusable
   */
  static ApiTokenRules compile(@Nullable ApiTokensSpec section, ApiTokensDocument document) {
    if (section == null) return ApiTokenRules.NONE;
    return new ApiTokenRules(
        Optional.ofNullable(section.header()),
        new ApiTokenIndex(document.tokens().stream().map(ApiTokenCompiler::token).toList()));
  }

  private static ApiToken token(ApiTokenDocument token) {
    String notBefore = token.notBefore();
    return new ApiToken(
        token.id(),
        token.source(),
        new ApiTokenHash(token.hash()),
        token.username(),
        Optional.ofNullable(token.groups()).map(Set::copyOf),
        notBefore == null ? Instant.MIN : Instant.parse(notBefore),
        Instant.parse(token.notAfter()),
        scope(token));
  }

  private static ApiTokenScope scope(ApiTokenDocument token) {
    return new ApiTokenScope(
        networks(token.cidrs()),
        Set.copyOf(token.operations()),
        Set.copyOf(token.methods()),
        paths(token.paths()));
  }

  private static Optional<CidrSet> networks(List<String> networks) {
    return networks.isEmpty() ? Optional.empty() : Optional.of(AddressCompiler.networks(networks));
  }

  private static Optional<PathPatterns> paths(List<String> paths) {
    return paths.isEmpty() ? Optional.empty() : Optional.of(AccessCompiler.trees(paths));
  }
}
