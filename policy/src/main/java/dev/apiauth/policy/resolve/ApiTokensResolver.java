package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ApiTokensDocument;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects the API tokens of a resource: those that resources issued for it, and those that Secrets
 * describe.
 *
 * <p>A token that ended is published for a while, so that its bearer is told so.
 */
final class ApiTokensResolver {

  private static final String FIELD = "spec.credentials.apiTokens";

  /** What one published Secret can hold ends before it. */
  private static final int MOST_TOKENS = 20_000;

  private static final Duration TOLD_AFTER_END = Duration.ofDays(7);

  private ApiTokensResolver() {}

  static ApiTokensDocument resolve(
      AtlassianApiAuthSpec spec, Surroundings surroundings, Findings findings) {
    var tokens = new ArrayList<>(surroundings.issued().all());
    tokens.addAll(LabelledTokens.of(spec, surroundings.secrets(), findings));
    ApiTokenAdmission admission = ApiTokenAdmission.of(spec, tokens, surroundings.now());
    admission.refused().stream()
        .sorted(Comparator.comparing((RefusedToken each) -> each.token().source()))
        .forEach(each -> findings.add(each.problem()));
    return bounded(published(admission, surroundings.now()).toList(), findings);
  }

  private static Stream<IssuedToken> published(ApiTokenAdmission admission, Instant now) {
    Stream<IssuedToken> ended =
        admission.refused().stream()
            .filter(each -> each.flaw() == TokenFlaw.ENDED)
            .map(RefusedToken::token)
            .filter(token -> token.notAfter().isAfter(now.minus(TOLD_AFTER_END)));
    return Stream.concat(admission.accepted().stream(), ended);
  }

  private static ApiTokensDocument bounded(List<IssuedToken> tokens, Findings findings) {
    if (tokens.size() > MOST_TOKENS) {
      findings.warning(
          FIELD,
          "%d API tokens are issued, the limit is %d".formatted(tokens.size(), MOST_TOKENS),
          "None is accepted. Remove those that are not used, or use several resources");
      return ApiTokensDocument.EMPTY;
    }
    return new ApiTokensDocument(
        tokens.stream()
            .sorted(Comparator.comparing(IssuedToken::id))
            .map(ApiTokensResolver::document)
            .toList());
  }

  private static ApiTokenDocument document(IssuedToken token) {
    return new ApiTokenDocument(
        token.id(),
        token.hash().hex(),
        token.username(),
        token.groups().orElse(null),
        token.notBefore().map(Instant::toString).orElse(null),
        token.notAfter().toString(),
        token.scope().operations(),
        token.scope().methods(),
        token.scope().paths(),
        token.scope().cidrs(),
        token.source());
  }
}
