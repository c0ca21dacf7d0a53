package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@EnableKubernetesMockClient(crud = true)
@Timeout(60)
class HandshakesShowTheNewCertificate {

  private static final int CLIENTS = 8;
  private static final int RENEWALS = 10;
  private static final String REVIEW =
      """
      {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
       "request": {"uid": "1", "resource": {"group": "", "version": "v1", "resource": "pods"},
         "operation": "CREATE", "namespace": "n", "object": {"kind": "Pod", "metadata": {}}}}
      """;

  @SuppressWarnings("NullAway.Init")
  private KubernetesClient client;

  private final MutableClock clock = new MutableClock(Instant.now());
  private final Set<X509Certificate> seen = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Test
  void readinessWaitsForListenerAndCertificate() throws Exception {
    try (var replica = replica()) {
      assertThat(replica.readiness.isReady()).isFalse();
      replica.listens();
      assertThat(replica.readiness.isReady()).isFalse();

      replica.certificates.ensure();

      assertThat(replica.readiness.isReady()).isTrue();
      clock.move(Duration.ofDays(8));
      assertThat(replica.readiness.isReady()).isFalse();
    }
  }

  @Test
  void renewalsUnderLoadFailNoReview() throws Exception {
    try (var replica = replica().listens();
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      clock.move(Duration.ofDays(-5 * RENEWALS));
      replica.certificates.ensure();
      var load = new ArrayList<Future<Integer>>();
      for (int i = 0; i < CLIENTS; i++) load.add(pool.submit(reviews(replica, authority())));
      for (int i = 0; i < RENEWALS; i++) {
        clock.move(Duration.ofDays(5));
        replica.certificates.ensure();
        Thread.sleep(200);
      }
      ended.set(true);

      for (var one : load) assertThat(one.get()).isPositive();
      assertThat(seen).hasSizeGreaterThan(RENEWALS / 2);
    }
  }

  /** Each on a connection of its own, so each with a handshake. */
  private Callable<Integer> reviews(Replica replica, X509Certificate authority) {
    return () -> {
      int answered = 0;
      while (!ended.get()) {
        seen.add(OneReview.post(replica.url(), authority, REVIEW));
        answered++;
      }
      return answered;
    };
  }

  private X509Certificate authority() {
    var found = new AuthorityStore(client, "apiauth").find();
    return ((AuthorityStore.Found.Stored) found).authorities().current().certificate();
  }

  private Replica replica() {
    return new Replica(client, "apiauth", "apiauth", clock);
  }
}
