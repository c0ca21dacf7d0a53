package dev.apiauth.operator.chart;

import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What kubectl describe would show. */
final class Events {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private Events() {}

  /** The message of an event about an object of that name, waited for; empty if none comes. */
  static Optional<String> about(ProtectedNamespace namespace, String object, String reason) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<Event> found =
          all(namespace).stream()
              .filter(event -> event.getInvolvedObject().getName().equals(object))
              .filter(event -> event.getReason().equals(reason))
              .findFirst();
      if (found.isPresent()) return found.map(Event::getMessage);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return Optional.empty();
  }

  private static List<Event> all(ProtectedNamespace namespace) {
    return namespace.client().v1().events().inNamespace(namespace.name()).list().getItems();
  }
}
