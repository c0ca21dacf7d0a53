package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever may edit a workload can write anything into it; there is no third way out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwkwardWorkloadsAreInjectedOrRefused {

  private OperatedNamespace cluster;
  private LiveWorkloads workloads;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start();
    workloads = new LiveWorkloads(cluster);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          our-name        | /spec/template/spec/containers          | [PRODUCT, {name: apiauth-sidecar, image: 'evil:1', command: [serve], ports: [{containerPort: 9000}]}]
          our-init        | /spec/template/spec/initContainers      | [{name: apiauth-sidecar, image: 'evil:1', command: ['true']}]
          our-native      | /spec/template/spec/initContainers      | [{name: apiauth-sidecar, image: 'sidecar:test', restartPolicy: Always, args: [--harmless]}]
          our-volume      | /spec/template/spec/volumes             | [{name: apiauth-policy, emptyDir: {}}]
          our-label       | /spec/template/metadata/labels          | {app: our-label, apiauth.dev/policy: another}
          our-hash        | /spec/template/metadata/annotations     | {apiauth.dev/injection-hash: forged}
          istio-opt-out   | /spec/template/metadata/annotations     | {sidecar.istio.io/inject: 'false'}
          istio-label     | /spec/template/metadata/labels          | {app: istio-label, sidecar.istio.io/inject: 'false'}
          linkerd-opt-out | /spec/template/metadata/annotations     | {linkerd.io/inject: disabled}
          own-opt-out     | /spec/template/metadata/labels          | {app: own-opt-out, apiauth.dev/inject: 'false'}
          other-sidecar   | /spec/template/spec/containers          | [PRODUCT, {name: linkerd-proxy, image: 'proxy:1', ports: [{name: linkerd-proxy, containerPort: 4143}]}]
          other-native    | /spec/template/spec/initContainers      | [{name: istio-proxy, image: 'proxy:1', restartPolicy: Always, ports: [{containerPort: 15090}]}]
          own-account     | /spec/template/spec/automountServiceAccountToken | false
          probes-by-name  | /spec/template/spec/containers          | [{name: jira, image: 'jira:1', ports: [{name: http, containerPort: 8080}], livenessProbe: {tcpSocket: {port: http}}, readinessProbe: {httpGet: {path: /status, port: http}}}]
          """)
  void injected(String name, String field, String value) {
    StatefulSet workload = applied(name, field, value);

    Pod pod = workloads.podOf(workload);

    Container sidecar = Sidecars.in(pod);
    assertThat(pod.getSpec().getInitContainers().getFirst()).isEqualTo(sidecar);
    assertThat(sidecar.getImage()).isEqualTo("sidecar:test");
    assertThat(sidecar.getCommand()).isEmpty();
    assertThat(sidecar.getArgs()).doesNotContain("--harmless");
    assertThat(LiveWorkloads.label(pod)).contains(name);
    assertThat(pod.getMetadata().getAnnotations()).doesNotContainValue("forged");
    assertThat(PodContents.of(OwnParts.removedFrom(pod)).allContainers().map(Container::getName))
        .containsExactlyInAnyOrderElementsOf(namesOf(workload));
    assertThat(ProbedPorts.of(product(pod))).allSatisfy(port -> assertThat(port).contains(8080));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          host-network   | /spec/template/spec/hostNetwork            | true | hostNetwork
          shared-process | /spec/template/spec/shareProcessNamespace  | true | shareProcessNamespace
          reserved-name  | /spec/template/spec/containers             | [PRODUCT, {name: apiauth-other, image: 'evil:1'}] | apiauth-other
          reserved-init  | /spec/template/spec/initContainers         | [{name: apiauth-early, image: 'evil:1'}] | apiauth-early
          our-port       | /spec/template/spec/containers             | [PRODUCT, {name: evil, image: 'evil:1', ports: [{containerPort: 15080}]}] | 15080
          two-products   | /spec/template/spec/containers             | [PRODUCT, {name: evil, image: 'evil:1', ports: [{name: http, containerPort: 8081}]}] | port named http
          no-http        | /spec/template/spec/containers             | [{name: jira, image: 'jira:1', ports: [{name: web, containerPort: 8080}]}] | no container has a TCP port named http
          """)
  void orRefusedWithTheReason(String name, String field, String value, String reason) {
    StatefulSet workload = applied(name, field, value);

    assertThat(workloads.failureOf(workload))
        .contains("AtlassianApiAuth " + name)
        .containsIgnoringCase(reason);
    assertThat(workloads.podsOf(workload)).isEmpty();
  }

  private StatefulSet applied(String name, String field, String value) {
    workloads.protect(name);
    Manifest jira = LiveWorkloads.jira(name);
    String product = Yaml.tree(product(Yaml.statefulSet(jira))).toString();
    return workloads.create(Yaml.statefulSet(jira.with(field, value.replace("PRODUCT", product))));
  }

  private static Container product(StatefulSet workload) {
    return workload.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static Container product(Pod pod) {
    return pod.getSpec().getContainers().getFirst();
  }

  /** Of all containers but those that bear the sidecar's name. */
  private static List<String> namesOf(StatefulSet workload) {
    var spec = workload.getSpec().getTemplate().getSpec();
    return Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
        .map(Container::getName)
        .filter(name -> !ReservedNames.isOurContainer(name))
        .toList();
  }
}
