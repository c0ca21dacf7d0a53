package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.status.StatusEvent;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events about resources. They are for people who look: one that cannot be written is
 * logged, and nothing waits for it.
 */
public final class EventWriter {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final String COMPONENT = "apiauth-operator";

  private final KubernetesClient client;
  private final String instance;
  private final InstantSource clock;

  /**
   * Writes as one replica.
   *
   * @param instance what the replica calls itself
   */
  public EventWriter(KubernetesClient client, String instance, InstantSource clock) {
    this.client = client;
    this.instance = instance;
    this.clock = clock;
  }

  /** Writes events about one resource, in their order. */
  public void write(HasMetadata about, List<StatusEvent> events) {
    events.forEach(event -> write(about, event));
  }

  private void write(HasMetadata about, StatusEvent event) {
    try {
      client.resource(object(about, event)).create();
    } catch (KubernetesClientException refused) {
      LOG.warn("an event cannot be written: {}", refused.getMessage());
    }
  }

  private Event object(HasMetadata about, StatusEvent event) {
    ObjectMeta metadata = about.getMetadata();
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new EventBuilder()
        .withNewMetadata()
        .withGenerateName(metadata.getName() + ".")
        .withNamespace(metadata.getNamespace())
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withName(metadata.getName())
        .withNamespace(metadata.getNamespace())
        .withUid(metadata.getUid())
        .withResourceVersion(metadata.getResourceVersion())
        .endInvolvedObject()
        .withType(event.severity().name())
        .withReason(event.reason())
        .withMessage(event.message())
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withNewSource()
        .withComponent(COMPONENT)
        .endSource()
        .withReportingComponent(COMPONENT)
        .withReportingInstance(instance)
        .build();
  }
}
