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
import dev.apiauth.policy.resolve.LabelledTokens;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what is to be known about a token, from the caches. */
final class TokenGatherer {

  private final TokenCaches caches;
  private final TokenReader tokens;
  private final SpecReader policies;
  private final Function<String, SecretLookup> secrets;
  private final InstantSource clock;

  TokenGatherer(
      TokenCaches caches,
      TokenReader tokens,
      SpecReader policies,
      Function<String, SecretLookup> secrets,
      InstantSource clock) {
    this.caches = caches;
    this.tokens = tokens;
    this.policies = policies;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Everything about a token that can be read. */
  TokenFacts gather(UncheckedApiToken token, Issuance issuance) {
    PolicyState policy = policy(token);
    List<IssuedToken> others = Stream.concat(siblings(token), described(issuance, policy)).toList();
    return new TokenFacts(issuance, policy, others, now());
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

  private Stream<IssuedToken> siblings(UncheckedApiToken token) {
    return TokenCaches.siblings(caches.tokens(), token).stream().flatMap(this::claim);
  }

  /** Tokens of the same user that labelled Secrets describe; products compare without case. */
  private Stream<IssuedToken> described(Issuance issuance, PolicyState policy) {
    if (!(policy instanceof PolicyState.Accepted(AtlassianApiAuthSpec spec))) return Stream.empty();
    SecretLookup found = secrets.apply(issuance.metadata().getNamespace());
    return LabelledTokens.of(spec, found).stream()
        .filter(other -> other.username().equalsIgnoreCase(issuance.spec().username()));
  }

  private Stream<IssuedToken> claim(UncheckedApiToken other) {
    Optional<Issuance> issuance =
        tokens.read(other) instanceof CheckedApiToken.Accepted(var spec)
            ? Issuance.of(other, spec)
            : Optional.empty();
    return issuance.map(Issuance::claim).stream();
  }
}
