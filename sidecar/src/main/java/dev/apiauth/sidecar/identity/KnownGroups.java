package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.outcome.Outcome;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the product said lately about its users' groups. An answer is at most {@link #FRESH} old
 * when it is used; one question at a time for a user, however many requests wait for it. Shared by
 * all event loops.
 *
 * <p>Of a long list those names alone are kept that the policy asks about, so that memory does not
 * grow with the product's directory.
 */
public final class KnownGroups implements ProductGroups {

  /** How long somebody who was put out of a group may still pass for a member. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  private record Asked(String token, String username, PolicyHash policy) {
    @Override
    public String toString() {
      return "Asked[" + username + "]";
    }
  }

  private final ProbeCache<Asked, Set<String>> answers;

  /**
   * Asks that product.
   *
   * @param product answers for the groups of its users
   * @param clock tells how old an answer is
   */
  public KnownGroups(ProductGroups product, InstantSource clock) {
    this.answers =
        new ProbeCache<>(
            (asked, policy) ->
                product
                    .of(asked.token(), asked.username(), policy)
                    .map(answer -> answer.map(groups -> named(groups, policy))),
            groups -> true,
            clock,
            FRESH);
  }

  @Override
  public Future<Outcome<Set<String>>> of(String token, String username, CompiledPolicy policy) {
    return answers.ask(new Asked(token, username, policy.hash()), policy);
  }

  private static Set<String> named(Set<String> groups, CompiledPolicy policy) {
    return policy.access().groups().named().stream()
        .filter(groups::contains)
        .collect(Collectors.toUnmodifiableSet());
  }
}
