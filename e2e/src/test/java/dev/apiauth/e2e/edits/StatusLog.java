package dev.apiauth.e2e.edits;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Everything that a resource's status said since this was begun; a look now and then would miss
 * some.
 */
final class StatusLog implements Watcher<UncheckedApiAuth>, AutoCloseable {

  private final List<AtlassianApiAuthStatus> said = new CopyOnWriteArrayList<>();
  private final Watch watch;

  /** Begins with the status of now. */
  StatusLog(KubernetesClient client, String namespace, String name) {
    watch =
        client.resources(UncheckedApiAuth.class).inNamespace(namespace).withName(name).watch(this);
  }

  @Override
  public void eventReceived(Action action, UncheckedApiAuth resource) {
    Optional.ofNullable(resource.getStatus()).ifPresent(said::add);
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException("the watch ended before the test did", cause);
  }

  /** How much was said until now. */
  int length() {
    return said.size();
  }

  /** What was said last; empty at the very beginning. */
  Optional<AtlassianApiAuthStatus> last() {
    return said.isEmpty() ? Optional.empty() : Optional.of(said.getLast());
  }

  /** The messages with which a condition was not True, of what was said after the first so many. */
  List<String> lackedSince(int length, String type) {
    return said.subList(length, said.size()).stream()
        .flatMap(status -> condition(status, type))
        .filter(condition -> !condition.status().equals("True"))
        .map(StatusCondition::message)
        .toList();
  }

  static Stream<StatusCondition> condition(AtlassianApiAuthStatus status, String type) {
    return status.conditions().stream().filter(condition -> condition.type().equals(type));
  }

  @Override
  public void close() {
    watch.close();
  }
}
