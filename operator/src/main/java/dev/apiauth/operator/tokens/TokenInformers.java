package dev.apiauth.operator.tokens;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.gather.UncheckedApiToken;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is watched for tokens. Policies have an informer of their own here, beside that of their own
 * controller: a controller waits for its own informers only, and a token must not be told that its
 * policy is missing because a cache is not filled yet.
 */
final class TokenInformers {

  private final IndexerResourceCache<UncheckedApiToken> tokens;
  private final TokenCaches caches;

  TokenInformers(EventSourceContext<UncheckedApiToken> context) {
    tokens = context.getPrimaryCache();
    TokenCaches.index(tokens);
    caches = new TokenCaches(tokens, new InformerEventSource<>(policies(), context));
  }

  TokenCaches caches() {
    return caches;
  }

  List<EventSource<?, UncheckedApiToken>> sources() {
    return List.of(caches.policies(), new SiblingEvents(tokens));
  }

  private InformerEventSourceConfiguration<UncheckedApiAuth> policies() {
    return InformerEventSourceConfiguration.from(UncheckedApiAuth.class, UncheckedApiToken.class)
        .withSecondaryToPrimaryMapper(policy -> TokenCaches.tokensOf(tokens, policy))
        .<UncheckedApiToken>withPrimaryToSecondaryMapper(token -> Set.of())
        .withOnUpdateFilter(TokenInformers::matters)
        .withNamespacesInheritedFromController()
        .build();
  }

  /** Counts of pods change all the time, and thousands of tokens may name one policy. */
  private static boolean matters(UncheckedApiAuth now, UncheckedApiAuth before) {
    return !Objects.equals(now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
        || isAccepted(now) != isAccepted(before);
  }

  /** Whether the operator took the spec of a policy. */
  static boolean isAccepted(UncheckedApiAuth policy) {
    return Stream.ofNullable(policy.getStatus())
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.type().equals("Accepted"))
        .map(StatusCondition::status)
        .anyMatch("True"::equals);
  }
}
