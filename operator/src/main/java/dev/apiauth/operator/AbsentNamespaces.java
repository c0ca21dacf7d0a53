package dev.apiauth.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The namespaces that should be served and could not be read at the start: deleted ones mostly.
 *
 * <p>Nothing is injected in them. If one exists all the same, the ValidatingAdmissionPolicy refuses
 * its pods where a resource was accepted.
 */
final class AbsentNamespaces {

  private static final Logger LOG = LoggerFactory.getLogger(AbsentNamespaces.class);

  private final Set<String> absent;
  private final Startup startup;
  private final Consumer<String> end;

  /**
   * What is missing of the namespaces that are wanted.
   *
   * @param end is told when one of them is back: informers begin with the process
   */
  AbsentNamespaces(
      Set<String> wanted, Set<String> served, KubernetesClient client, Consumer<String> end) {
    this.absent = new TreeSet<>(wanted);
    this.absent.removeAll(served);
    this.startup = new Startup(client);
    this.end = end;
  }

  /** Says in the log what is not served. */
  void tell() {
    if (absent.isEmpty()) return;
    LOG.warn(
        "not served, since their resources may not be listed: {}. If they exist, `helm upgrade`"
            + " brings the role back that they lack; else take them out of watchNamespaces",
        absent);
  }

  /** Asks again. */
  void look() {
    Set<String> back = startup.readable(absent);
    if (!back.isEmpty()) end.accept("to be started again, to serve what is back: " + back);
  }
}
