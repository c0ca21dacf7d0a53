package dev.apiauth.testkit.product.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Other applications that the administrator has linked.
 *
 * @param consumers those that sign with OAuth 1.0a
 * @param jwtIssuers {@code iss} of those that send {@code Authorization: JWT}
 */
public record ApplicationLinks(List<OAuthConsumer> consumers, Set<String> jwtIssuers) {

  public ApplicationLinks {
    consumers = List.copyOf(consumers);
    jwtIssuers = Set.copyOf(jwtIssuers);
  }

  public Optional<OAuthConsumer> consumer(String key) {
    return consumers.stream().filter(consumer -> consumer.key().equals(key)).findFirst();
  }
}
