package dev.apiauth.e2e.edits;

import static dev.apiauth.testkit.product.site.Product.JIRA;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.kube.pod.PodRunner;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A team's Jira with several pods, each of which can be asked at its own address. */
final class RunningJira implements AutoCloseable {

  private static final String PATH = "/rest/api/2/project";

  private final Team team;
  private final PodRunner node;
  private final int replicas;
  private final StatusLog log;
  private Map<String, Client> pods = Map.of();
  private List<String> runs = List.of();

  private RunningJira(Team team, PodRunner node, int replicas) {
    this.team = team;
    this.node = node;
    this.replicas = replicas;
    this.log = new StatusLog(team.admin(), team.namespace(), Team.key(JIRA));
  }

  /** Deploys it, and does not wait. */
  static RunningJira deploy(Team team, PodRunner node, int replicas, Manifest workload) {
    var jira = new RunningJira(team, node, replicas);
    team.deploy(
        JIRA,
        team.resource(JIRA),
        workload.with("/spec/replicas", replicas).with("/spec/podManagementPolicy", "Parallel"));
    return jira;
  }

  /** Waits until the resource is Ready, and remembers what runs then. */
  RunningJira awaitReady() {
    team.awaitCondition(JIRA, "Ready", "True");
    pods = clients();
    runs = runs();
    return this;
  }

  private Map<String, Client> clients() {
    var found = new TreeMap<String, Client>();
    for (EndpointSlice slice : slices()) {
      int port = slice.getPorts().getFirst().getPort();
      slice
          .getEndpoints()
          .forEach(
              endpoint ->
                  found.put(
                      endpoint.getTargetRef().getName(),
                      new Client(
                          URI.create(
                              "http://%s:%d"
                                  .formatted(endpoint.getAddresses().getFirst(), port)))));
    }
    return found;
  }

  private List<EndpointSlice> slices() {
    return team.admin()
        .resources(EndpointSlice.class)
        .inNamespace(team.namespace())
        .withLabel("kubernetes.io/service-name", Team.key(JIRA))
        .list()
        .getItems();
  }

  /** The names of its pods. */
  List<String> names() {
    return List.copyOf(pods.keySet());
  }

  /** What each pod answers to that token now, all asked at the same time. */
  List<Integer> answers(String token) {
    return pods.values().stream().map(pod -> pod.get(PATH).bearer(token).begin()).toList().stream()
        .map(answer -> answer.join().status())
        .toList();
  }

  /** What the resource's status said. */
  StatusLog log() {
    return log;
  }

  /** Whether every pod enforces what is rendered, and that is not the policy of that hash. */
  boolean isProgrammedOtherThan(String hash) {
    return log.last().filter(status -> isProgrammed(status, hash)).isPresent();
  }

  private boolean isProgrammed(AtlassianApiAuthStatus status, String hash) {
    return !hash.equals(status.policyHash())
        && status.pods() != null
        && status.pods().summary().equals("%1$d/%1$d".formatted(replicas))
        && StatusLog.condition(status, "Programmed")
            .anyMatch(condition -> condition.status().equals("True"));
  }

  /** The hash of the policy that is rendered. */
  String policyHash() {
    return log.last().map(AtlassianApiAuthStatus::policyHash).orElseThrow();
  }

  /** The processes and restarts of when it became Ready. */
  List<String> runsAtFirst() {
    return runs;
  }

  /** The processes of its pods, and how often each container was restarted. */
  List<String> runs() {
    return live()
        .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
        .flatMap(pod -> Stream.concat(processes(pod), restarts(pod)))
        .toList();
  }

  private Stream<Pod> live() {
    return team.admin().pods().inNamespace(team.namespace()).list().getItems().stream();
  }

  private Stream<String> processes(Pod pod) {
    String name = pod.getMetadata().getName();
    return node.processes(team.namespace(), name).stream()
        .map(process -> "%s/%s: process %d".formatted(name, process.container(), process.pid()))
        .sorted();
  }

  private static Stream<String> restarts(Pod pod) {
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .map(status -> restarts(pod, status));
  }

  private static String restarts(Pod pod, ContainerStatus status) {
    return "%s/%s: %d restarts"
        .formatted(pod.getMetadata().getName(), status.getName(), status.getRestartCount());
  }

  /** Takes the workload away and waits until its pods are gone. */
  @Override
  public void close() {
    log.close();
    team.kubectl(
        "delete", "statefulset/" + Team.key(JIRA), "--cascade=foreground", "--timeout=60s");
  }
}
