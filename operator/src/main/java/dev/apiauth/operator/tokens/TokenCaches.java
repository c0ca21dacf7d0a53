package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.gather.UncheckedApiToken;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tokens and their policies, as the informers hold them.
 *
 * @param tokens the tokens
 * @param policies the policies
 */
record TokenCaches(
    IndexerResourceCache<UncheckedApiToken> tokens,
    InformerEventSource<UncheckedApiAuth, UncheckedApiToken> policies) {

  private static final String BY_POLICY = "policy";
  private static final String BY_HOLDER = "holder";

  /** Adds the indexes; the informer of tokens must not have been started yet. */
  static void index(IndexerResourceCache<UncheckedApiToken> tokens) {
    tokens.addIndexers(
        Map.of(
            BY_POLICY, token -> policyKey(token).stream().toList(),
            BY_HOLDER, token -> holderKey(token).stream().toList()));
  }

  /** The policy that a token names. */
  Optional<UncheckedApiAuth> policyOf(UncheckedApiToken token) {
    return UncheckedApiToken.policyOf(token)
        .flatMap(name -> policies.get(new ResourceID(name, token.getMetadata().getNamespace())));
  }

  /** The other tokens of the same user for the same policy. */
  static List<UncheckedApiToken> siblings(
      IndexerResourceCache<UncheckedApiToken> tokens, UncheckedApiToken token) {
    String uid = token.getMetadata().getUid();
    return holderKey(token).map(key -> tokens.byIndex(BY_HOLDER, key)).orElse(List.of()).stream()
        .filter(other -> !other.getMetadata().getUid().equals(uid))
        .toList();
  }

  /** The tokens that name a policy. */
  static Set<ResourceID> tokensOf(
      IndexerResourceCache<UncheckedApiToken> tokens, UncheckedApiAuth policy) {
    String key = policy.getMetadata().getNamespace() + "/" + policy.getMetadata().getName();
    return tokens.byIndex(BY_POLICY, key).stream()
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  private static Optional<String> policyKey(UncheckedApiToken token) {
    return UncheckedApiToken.policyOf(token)
        .map(policy -> token.getMetadata().getNamespace() + "/" + policy);
  }

  /** Products compare names of users without case. */
  private static Optional<String> holderKey(UncheckedApiToken token) {
    return policyKey(token)
        .flatMap(
            policy ->
                UncheckedApiToken.usernameOf(token)
                    .map(name -> policy + "/" + name.toLowerCase(Locale.ROOT)));
  }
}
