package dev.apiauth.operator.certs;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the API server whom to trust when it calls the webhook.
 *
 * <p>By server-side apply, of nothing but each webhook's name and {@code caBundle}: whoever applies
 * the configuration again, without a bundle, does not own that field and leaves it. Needs the verbs
 * get and patch on this one object, which somebody else must have made.
 */
public final class CaBundle {

  /** Who owns the bundle among the managers of the object's fields. */
  static final String FIELD_MANAGER = "apiauth-ca-bundle";

  private static final Logger LOG = LoggerFactory.getLogger(CaBundle.class);

  private final KubernetesClient client;
  private final String configuration;

  /** The bundle of every webhook of a MutatingWebhookConfiguration. */
  public CaBundle(KubernetesClient client, String configuration) {
    this.client = client;
    this.configuration = configuration;
  }

  /** Brings the bundle up to date; writes nothing if it is, or if there is no configuration yet. */
  void publish(String pem) {
    String bundle = encoded(pem);
    registration()
        .filter(existing -> !isUpToDate(existing, bundle))
        .ifPresent(existing -> apply(existing.getWebhooks(), bundle));
  }

  /** Whether the API server was told; so it is where nothing is registered, and nobody calls. */
  boolean isPublished(String pem) {
    return registration().map(existing -> isUpToDate(existing, encoded(pem))).orElse(true);
  }

  private Optional<MutatingWebhookConfiguration> registration() {
    return Optional.ofNullable(
        client
            .admissionRegistration()
            .v1()
            .mutatingWebhookConfigurations()
            .withName(configuration)
            .get());
  }

  private static String encoded(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isUpToDate(MutatingWebhookConfiguration existing, String bundle) {
    return existing.getWebhooks().stream()
        .allMatch(webhook -> bundle.equals(webhook.getClientConfig().getCaBundle()));
  }

  private void apply(List<MutatingWebhook> webhooks, String bundle) {
    var ours = new MutatingWebhookConfigurationBuilder();
    ours.withNewMetadata().withName(configuration).endMetadata();
    for (var webhook : webhooks) {
      ours.addNewWebhook()
          .withName(webhook.getName())
          .withNewClientConfig()
          .withCaBundle(bundle)
          .endClientConfig()
          .endWebhook();
    }
    client.resource(ours.build()).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    LOG.info("The bundle of {} is up to date", configuration);
  }
}
