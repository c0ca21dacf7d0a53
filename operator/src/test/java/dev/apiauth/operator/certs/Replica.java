package dev.apiauth.operator.certs;

import dev.apiauth.operator.admission.AdmissionMeters;
import dev.apiauth.operator.admission.AdmissionReadiness;
import dev.apiauth.operator.admission.AdmissionServer;
import dev.apiauth.operator.admission.AdmissionVerdict;
import dev.apiauth.operator.admission.HttpServerLimits;
import dev.apiauth.operator.admission.InjectHandler;
import dev.apiauth.operator.admission.ReviewGate;
import dev.apiauth.operator.admission.Reviewer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one replica of the operator has of certificates and webhook; it labels every pod. */
final class Replica implements AutoCloseable {

  static final String LABEL = "reviewed-by";

  final AtomicBoolean leading = new AtomicBoolean();
  final ServingCertificate serving;
  final Certificates certificates;
  final AdmissionReadiness readiness;
  private final AdmissionServer server;

  Replica(KubernetesClient client, String namespace, String configuration, MutableClock clock) {
    HttpServerLimits.set();
    serving = new ServingCertificate(List.of("127.0.0.1"), clock);
    var bundle = new CaBundle(client, configuration);
    var store = new AuthorityStore(client, namespace);
    certificates = new Certificates(store, leading::get, bundle, serving, clock);
    var meters = new AdmissionMeters(new SimpleMeterRegistry());
    var gate = new ReviewGate(new Reviewer((ns, pod) -> labelled(pod), meters), 4);
    server = new AdmissionServer(serving.keyManager(), new InjectHandler(gate, meters));
    readiness = new AdmissionReadiness(server, serving::isLoaded);
  }

  private static AdmissionVerdict labelled(Pod pod) {
    return new AdmissionVerdict.Injected(
        new PodBuilder(pod).editMetadata().addToLabels(LABEL, "apiauth").endMetadata().build());
  }

  Replica leads() {
    leading.set(true);
    return this;
  }

  Replica listens() throws IOException {
    server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return this;
  }

  String url() {
    return "https://127.0.0.1:" + server.port().orElseThrow() + AdmissionServer.PATH;
  }

  @Override
  public void close() {
    server.close();
  }
}
