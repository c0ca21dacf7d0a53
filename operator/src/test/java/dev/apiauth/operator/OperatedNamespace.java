package dev.apiauth.operator;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.OperatorOptions.SidecarOptions;
import dev.apiauth.operator.OperatorOptions.WebhookOptions;
import dev.apiauth.operator.admission.HttpServerLimits;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.inject.NativeSidecars;
import dev.apiauth.operator.inject.SidecarTemplate.PullPolicy;
import dev.apiauth.operator.names.Names;
import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Two namespaces of a real API server, the chart, and an operator in this process that acts under
 * the chart's roles: its own namespace, and the one that it watches.
 */
public final class OperatedNamespace implements AutoCloseable {

  static {
    HttpServerLimits.set();
  }

  private final KubernetesClient admin;
  private final String home;
  private final String namespace;
  private final int webhookPort = freePort();
  private final InstalledChart chart;
  private final KubernetesClient account;
  private final Queue<String> ends = new ConcurrentLinkedQueue<>();
  private @Nullable ApiAuthOperator operator;

  private OperatedNamespace(ControlPlane controlPlane, UnaryOperator<KubernetesClient> road) {
    admin = controlPlane.client();
    home = controlPlane.newNamespace("apiauth-system");
    namespace = controlPlane.newNamespace("atlassian");
    chart = InstalledChart.install(controlPlane, home, namespace, webhookPort);
    account = road.apply(chart.asOperator());
  }

  /** Without an operator yet. */
  public static OperatedNamespace prepare() {
    return new OperatedNamespace(ControlPlane.shared(), UnaryOperator.identity());
  }

  /**
   * With an operator that runs, on a control plane of the test's own.
   *
   * @param road makes the operator's client out of that which leads straight to the API server
   */
  public static OperatedNamespace start(
      ControlPlane controlPlane, UnaryOperator<KubernetesClient> road) {
    var made = new OperatedNamespace(controlPlane, road);
    made.startOperator();
    return made;
  }

  /** With an operator that runs. */
  public static OperatedNamespace start() {
    var made = prepare();
    made.startOperator();
    return made;
  }

  /** Starts the operator, again if it was stopped. */
  public void startOperator() {
    operator =
        ApiAuthOperator.start(
            options(),
            account,
            why -> {
              ends.add(why);
              throw new AssertionError(why);
            });
  }

  /** Stops the operator as the kubelet does. */
  public void stopOperator() {
    if (operator != null) operator.close();
    operator = null;
  }

  private OperatorOptions options() {
    return new OperatorOptions(
        home,
        Set.of(namespace),
        List.of("monitoring"),
        new SidecarOptions("sidecar:test", PullPolicy.Never, NativeSidecars.ALWAYS),
        new WebhookOptions(home, new Endpoint("127.0.0.1", webhookPort), List.of("127.0.0.1")),
        new Endpoint("127.0.0.1", 0),
        List.of(),
        "only");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operator that runs. */
  public ApiAuthOperator operator() {
    return Optional.ofNullable(operator).orElseThrow();
  }

  /** Why the operator wanted its process to end; each is one crash in a cluster. */
  public List<String> ends() {
    return List.copyOf(ends);
  }

  /** The operator's own namespace, and the name of its release. */
  public String home() {
    return home;
  }

  /** The watched namespace. */
  public String namespace() {
    return namespace;
  }

  /** Cluster admin. */
  public KubernetesClient admin() {
    return admin;
  }

  /** Applies a resource; {@code metadata} needs no namespace. */
  public UncheckedApiAuth apply(String yaml) {
    UncheckedApiAuth resource =
        admin.getKubernetesSerialization().unmarshal(yaml, UncheckedApiAuth.class);
    resource.getMetadata().setNamespace(namespace);
    return admin.resource(resource).fieldManager("author").forceConflicts().serverSideApply();
  }

  /** Creates an object in the watched namespace. */
  public <T extends HasMetadata> T create(T object) {
    return admin.resource(object).inNamespace(namespace).create();
  }

  /** A pod of the watched namespace. */
  public Optional<Pod> pod(String name) {
    return Optional.ofNullable(admin.pods().inNamespace(namespace).withName(name).get());
  }

  /** Puts a token on file. */
  public Secret putOnFile(String secret, String vault, String username, String token) {
    return admin
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(secret)
                .withNamespace(namespace)
                .addToLabels("apiauth.dev/pat-vault", vault)
                .endMetadata()
                .withStringData(Map.of("username", username, "token", token))
                .build())
        .serverSideApply();
  }

  /** The resource as it is now. */
  public Optional<UncheckedApiAuth> resource(String name) {
    return Optional.ofNullable(
        admin.resources(UncheckedApiAuth.class).inNamespace(namespace).withName(name).get());
  }

  /** A condition of a resource as it is now. */
  public Optional<StatusCondition> condition(String name, String type) {
    return resource(name)
        .flatMap(resource -> Optional.ofNullable(resource.getStatus()))
        .flatMap(
            status ->
                status.conditions().stream().filter(each -> each.type().equals(type)).findFirst());
  }

  /** The rendered Secret of a resource. */
  public Optional<Secret> rendered(String name) {
    return Optional.ofNullable(
        admin.secrets().inNamespace(namespace).withName(Names.renderedSecret(name)).get());
  }

  /** The files of the rendered Secret. */
  public static Map<String, byte[]> files(Secret secret) {
    var files = new TreeMap<String, byte[]>();
    secret.getData().forEach((name, data) -> files.put(name, Base64.getDecoder().decode(data)));
    return files;
  }

  @Override
  public void close() {
    stopOperator();
    chart.close();
    admin.namespaces().withName(namespace).delete();
    admin.namespaces().withName(home).delete();
  }
}
