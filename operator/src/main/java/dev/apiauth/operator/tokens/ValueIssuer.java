package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.operator.tokens.decide.NewValue;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes values and writes each into its Secret, once: a Secret is created, never changed. The API
 * server itself refuses to create what is there, so nothing of anybody else is ever overwritten,
 * however old the caches are.
 *
 * <p>The Secret comes first and the record of it second. Where the operator ends in between, the
 * value is in the Secret, and is recorded later; nobody ever holds a value that will not work.
 */
final class ValueIssuer {

  private static final Logger LOG = LoggerFactory.getLogger(ValueIssuer.class);
  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final SecureRandom random;

  ValueIssuer(KubernetesClient client, SecureRandom random) {
    this.client = client;
    this.random = random;
  }

  /**
   * Sees to it that the Secret of a token holds a value for its current trigger. Blocks.
   *
   * @return what is to be recorded; empty if something else has the name of the Secret
   * @throws KubernetesClientException if the API server refuses for another reason
   */
  Optional<NewValue> issue(Issuance issuance) {
    Optional<Secret> there = read(issuance);
    if (there.isEmpty()) return create(issuance);
    if (!TokenSecret.isOf(there.get(), issuance)) return Optional.empty();
    Optional<NewValue> unrecorded = TokenSecret.unrecorded(there.get(), issuance);
    if (unrecorded.isPresent()) return unrecorded;
    client.resource(there.get()).lockResourceVersion().delete();
    return create(issuance);
  }

  private Optional<Secret> read(Issuance issuance) {
    return Optional.ofNullable(
        client
            .secrets()
            .inNamespace(issuance.metadata().getNamespace())
            .withName(TokenSecret.name(issuance))
            .get());
  }

  private Optional<NewValue> create(Issuance issuance) {
    ApiTokenText value = ApiTokenText.make(random);
    try {
      Secret written = client.resource(TokenSecret.of(issuance, value)).create();
      LOG.info(
          "API token {} is made for {}/{}",
          value.id(),
          issuance.metadata().getNamespace(),
          issuance.metadata().getName());
      return Optional.of(TokenSecret.recordOf(value, written));
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == CONFLICT) return Optional.empty();
      throw refused;
    }
  }
}
