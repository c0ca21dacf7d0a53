package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.gather.UncheckedApiToken;
import dev.apiauth.operator.resolve.SpecReader;
import dev.apiauth.operator.tokens.decide.PolicyState;
import dev.apiauth.operator.tokens.decide.TokenFacts;
import dev.apiauth.policy.check.CheckedApiToken;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.resolve.IssuedToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is to be known about a token, from the caches. */
final class TokenGatherer {

  private final TokenCaches caches;
  private final TokenReader tokens;
  private final SpecReader policies;
  private final InstantSource clock;

  TokenGatherer(TokenCaches caches, TokenReader tokens, SpecReader policies, InstantSource clock) {
    this.caches = caches;
    this.tokens = tokens;
    this.policies = policies;
    this.clock = clock;
  }

  /** Everything about a token that can be read. */
  TokenFacts gather(UncheckedApiToken token, Issuance issuance) {
    return new TokenFacts(issuance, policy(token), others(token), now());
  }

  Instant now() {
    return clock.instant();
  }

  private PolicyState policy(UncheckedApiToken token) {
    return caches.policyOf(token).map(this::state).orElseGet(PolicyState.Missing::new);
  }

  private PolicyState state(UncheckedApiAuth policy) {
    return TokenInformers.isAccepted(policy)
            && policies.read(policy) instanceof CheckedResource.Accepted(var resource)
        ? new PolicyState.Accepted(resource.spec())
        : new PolicyState.NotAccepted();
  }

  private List<IssuedToken> others(UncheckedApiToken token) {
    return TokenCaches.siblings(caches.tokens(), token).stream().flatMap(this::claim).toList();
  }

  private Stream<IssuedToken> claim(UncheckedApiToken other) {
    Optional<Issuance> issuance =
        tokens.read(other) instanceof CheckedApiToken.Accepted(var spec)
            ? Issuance.of(other, spec)
            : Optional.empty();
    return issuance.map(Issuance::claim).stream();
  }
}
