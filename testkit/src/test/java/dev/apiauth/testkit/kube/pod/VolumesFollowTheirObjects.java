package dev.apiauth.testkit.kube.pod;

import static dev.apiauth.testkit.kube.pod.PodCluster.PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class VolumesFollowTheirObjects {

  private static final Duration LONG = Duration.ofMinutes(10);

  @SuppressWarnings("NullAway.Init") // each test starts its own
  private PodCluster cluster;

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void anUpdateOfThePodShowsAChangeAtOnce() throws Exception {
    start(options().withSyncDelay(LONG).withCacheTime(Duration.ZERO));

    change("two");
    new Ending().within(Duration.ofSeconds(2));
    assertThat(cluster.ask("reader", PORT, "/file")).isEqualTo("one");

    bump();
    PodCluster.until(this::read, "two"::equals);
  }

  @Test
  void withoutOneItIsSeenAfterTheDelay() {
    start(options().withSyncDelay(Duration.ofSeconds(1)));

    change("two");
    PodCluster.until(this::read, "two"::equals);
  }

  @Test
  void whatIsCachedIsOldAlsoAfterAnUpdateOfThePod() throws Exception {
    start(options().withSyncDelay(LONG));

    change("two");
    bump();
    new Ending().within(Duration.ofSeconds(2));
    assertThat(cluster.ask("reader", PORT, "/file")).isEqualTo("one");
  }

  @Test
  void aCachedObjectIsReadAgainWhenItsTimeIsOver() {
    cluster = PodCluster.start(options());
    cluster.client().resource(secret("one")).create();
    var now = new AtomicReference<>(Instant.EPOCH);
    var cache = new ObjectCache(cluster.client(), Duration.ofMinutes(1), now::get);
    var secret = new StoredObject(StoredObject.Kind.SECRET, cluster.namespace(), "file");

    var first = cache.find(secret);
    change("two");
    now.set(Instant.EPOCH.plusSeconds(59));
    assertThat(cache.find(secret)).isEqualTo(first);
    now.set(Instant.EPOCH.plusSeconds(60));
    assertThat(cache.find(secret)).isNotEqualTo(first);
  }

  @Test
  void aPodWaitsForASecretThatIsNotThere() {
    startCluster(options());
    createReader();

    var waiting =
        cluster.await(
            "reader",
            pod -> pod.getStatus().getConditions().toString().contains("file\" is not there"));
    assertThat(waiting.getStatus().getPhase()).isEqualTo("Pending");

    cluster.client().resource(secret("late")).create();
    cluster.awaitReady("reader");
    assertThat(read()).isEqualTo("late");
  }

  private static PodRunnerOptions options() {
    return PodRunnerOptions.of(PodCluster.images());
  }

  private void startCluster(PodRunnerOptions options) {
    cluster = PodCluster.start(options);
    assumeThat(cluster.runner().network().separatesPods()).isTrue();
  }

  private void start(PodRunnerOptions options) {
    startCluster(options);
    cluster.client().resource(secret("one")).create();
    createReader();
    cluster.awaitReady("reader");
    assertThat(read()).isEqualTo("one");
  }

  private void createReader() {
    cluster.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: reader}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: program
            args: [reader, "8080", "/etc/files/key"]
            ports: [{name: http, containerPort: 8080}]
            readinessProbe: {tcpSocket: {port: http}, periodSeconds: 1}
            volumeMounts: [{name: files, mountPath: /etc/files, readOnly: true}]
          volumes: [{name: files, secret: {secretName: file, defaultMode: 0444}}]
        """);
  }

  private Secret secret(String value) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName("file")
        .withNamespace(cluster.namespace())
        .endMetadata()
        .withStringData(Map.of("key", value))
        .build();
  }

  private void change(String value) {
    cluster.client().resource(secret(value)).update();
  }

  private void bump() {
    cluster
        .client()
        .pods()
        .inNamespace(cluster.namespace())
        .withName("reader")
        .edit(
            pod ->
                new PodBuilder(pod)
                    .editMetadata()
                    .addToAnnotations("test.invalid/bump", "1")
                    .endMetadata()
                    .build());
  }

  private String read() {
    try {
      return cluster.ask("reader", PORT, "/file");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
