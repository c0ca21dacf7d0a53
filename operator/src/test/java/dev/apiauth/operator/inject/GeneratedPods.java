package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Pods of the StatefulSet jira that nobody would write, the same ones for a seed. */
final class GeneratedPods {

  private static final List<String> NAMES =
      List.of("jira", "nginx", "exporter", "apiauth-sidecar", "shipper", "web");
  private static final List<String> PORTS = List.of("http", "http-app", "jmx", "ssh", "metrics");
  private static final List<String> VOLUMES =
      List.of("home", "logs", "apiauth-policy", "apiauth-tmp", "shared");

  private final Random random;

  GeneratedPods(long seed) {
    this.random = new Random(seed);
  }

  Pod next() {
    List<Container> all = some(NAMES, 4).stream().map(this::container).toList();
    int init = random.nextInt(all.size() + 1) / 2;
    return new PodBuilder()
        .withNewMetadata()
        .withName("jira-0")
        .addToLabels("app.kubernetes.io/name", "jira")
        .addToLabels(random.nextInt(5) == 0 ? "apiauth.dev/policy" : "team", "a")
        .addToAnnotations("apiauth.dev/inject", "false")
        .addNewOwnerReference()
        .withApiVersion("apps/v1")
        .withKind("StatefulSet")
        .withName("jira")
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withHostNetwork(random.nextInt(12) == 0 ? true : null)
        .withTerminationGracePeriodSeconds((long) random.nextInt(40))
        .withInitContainers(all.subList(0, init))
        .withContainers(all.subList(init, all.size()))
        .withVolumes(some(VOLUMES, 3).stream().map(GeneratedPods::volume).toList())
        .endSpec()
        .build();
  }

  private Container container(String name) {
    var container =
        new ContainerBuilder()
            .withName(reservedAtTimes(name))
            .withImage("registry.example/" + name + ":1");
    container.withPorts(some(PORTS, 2).stream().map(this::port).toList());
    if (random.nextInt(3) == 0) container.withReadinessProbe(probe());
    if (random.nextInt(3) == 0) container.withLivenessProbe(probe());
    if (random.nextInt(6) == 0)
      container.addNewVolumeMount().withName("home").withMountPath("/home").endVolumeMount();
    if (random.nextInt(8) == 0)
      container.addNewEnv().withName("ATL_TOMCAT_CONTEXTPATH").withValue("/jira").endEnv();
    if (random.nextInt(4) == 0) container.withRestartPolicy("Always");
    return container.build();
  }

  private ContainerPort port(String name) {
    return new ContainerPortBuilder()
        .withName(reservedAtTimes(name))
        .withContainerPort(8000 + random.nextInt(200))
        .withProtocol(random.nextInt(6) == 0 ? "UDP" : random.nextBoolean() ? "TCP" : null)
        .build();
  }

  private Probe probe() {
    var port =
        random.nextBoolean()
            ? new IntOrString("http")
            : new IntOrString(8000 + random.nextInt(200));
    return random.nextBoolean()
        ? new ProbeBuilder()
            .withNewHttpGet()
            .withPath("/status")
            .withPort(port)
            .endHttpGet()
            .build()
        : new ProbeBuilder().withNewTcpSocket().withPort(port).endTcpSocket().build();
  }

  /** Now and then one that the API server takes and apiauth does not. */
  private String reservedAtTimes(String name) {
    return random.nextInt(30) == 0 ? "apiauth-" + name : name;
  }

  private static Volume volume(String name) {
    return new VolumeBuilder().withName(name).withNewEmptyDir().endEmptyDir().build();
  }

  private List<String> some(List<String> from, int most) {
    var shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(shuffled::get).toList();
  }
}
