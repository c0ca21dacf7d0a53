package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.kube.binaries.Bundle;
import dev.apiauth.testkit.kube.tool.Helm;
import dev.apiauth.testkit.kube.tool.Kubectl;
import dev.apiauth.testkit.process.Command;
import dev.apiauth.testkit.process.ProcessWarden;
import dev.apiauth.testkit.process.ServerProcess;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * etcd, kube-apiserver, kube-controller-manager and kube-scheduler as processes of this machine.
 *
 * <p>Only the API server has a port, on 127.0.0.1. There is no kubelet and no network of pods: a
 * pod that was bound to a node is for somebody else to run. It all ends with {@link #close}, at the
 * latest with this JVM, even where that is killed.
 */
public final class ControlPlane implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ControlPlaneOptions options;
  private final StateDirectory state;
  private final ProcessWarden warden;
  private final Commands commands;
  private final ClusterIdentities identities;
  private final ApiServer apiServer;
  private final Path kubeconfig;
  private final ApiClients clients;
  private final Thread atExit = new Thread(this::end, "end of a control plane");

  private ControlPlane(ControlPlaneOptions options) {
    this.options = options;
    this.state = StateDirectory.create();
    this.warden = ProcessWarden.over(state.path());
    this.commands = new Commands(options, state);
    this.identities = ClusterIdentities.in(state);
    this.apiServer = new ApiServer(commands, identities, warden);
    var admin =
        new Kubeconfig(apiServer.uri(), identities.authorityPem(), identities.administrator());
    this.kubeconfig = admin.writeTo(state.path().resolve("admin.kubeconfig"));
    this.clients = new ApiClients(admin);
  }

  /** The one of this JVM, started by the first who asks and ended with the JVM; do not close it. */
  public static ControlPlane shared() {
    return Shared.CONTROL_PLANE;
  }

  /** Started when the class is first touched, and by one thread alone: the JVM sees to both. */
  private static final class Shared {
    private static final ControlPlane CONTROL_PLANE = start(ControlPlaneOptions.defaults());
  }

  /**
   * Starts another one, with keys, state and a port of its own, and waits until it works: three to
   * four seconds, minutes where its programs must be fetched first.
   *
   * @throws IllegalStateException with the tail of a log if a program does not come up, or with
   *     what to do if there is no such program
   */
  public static ControlPlane start(ControlPlaneOptions options) {
    options.binaries().directory(Bundle.ETCD);
    options.binaries().directory(Bundle.KUBERNETES);
    var controlPlane = new ControlPlane(options);
    Runtime.getRuntime().addShutdownHook(controlPlane.atExit);
    try {
      controlPlane.launch();
      return controlPlane;
    } catch (RuntimeException e) {
      controlPlane.close();
      throw e;
    }
  }

  private void launch() {
    run("etcd", commands.etcd()).awaitReady(() -> Files.exists(commands.etcdSocket()), PATIENCE);
    apiServer.start();
    var manager = kubeconfigOf("kube-controller-manager");
    run("kube-scheduler", commands.scheduler(kubeconfigOf("kube-scheduler")));
    run("kube-controller-manager", commands.controllerManager(identities, manager))
        .awaitReady(() -> defaultAccount("default").get() != null, PATIENCE);
  }

  private ServerProcess run(String name, Command command) {
    return ServerProcess.start(name, command, state.logOf(name), warden);
  }

  private Path kubeconfigOf(String component) {
    var user = identities.component("system:" + component);
    return new Kubeconfig(apiServer.uri(), identities.authorityPem(), user)
        .writeTo(state.path().resolve(component + ".kubeconfig"));
  }

  /** The administrator's client; shared, do not close it. */
  public KubernetesClient client() {
    return clients.admin();
  }

  /**
   * A client that is that user to RBAC and admission, by impersonation; shared, do not close it.
   *
   * @param groups besides {@code system:authenticated}, which everybody belongs to
   */
  public KubernetesClient clientAs(String user, List<String> groups) {
    return clients.as(user, groups);
  }

  /** A client that is that service account; shared, do not close it. */
  public KubernetesClient asServiceAccount(String namespace, String name) {
    return clientAs(
        "system:serviceaccount:%s:%s".formatted(namespace, name),
        List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
  }

  /** The administrator's kubeconfig. All that it needs is embedded. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** kubectl as the administrator. */
  public Kubectl kubectl() {
    var executable = options.binaries().executable("kubectl");
    return Kubectl.of(executable, kubeconfig, state.directory("kubectl"));
  }

  /** Helm as the administrator. The first call on a machine fetches it. */
  public Helm helm() {
    var executable = options.binaries().executable("helm");
    return Helm.of(executable, kubeconfig, Bundle.KUBERNETES.version(), state.directory("helm"));
  }

  /**
   * Makes a namespace, and waits for its default service account, without which it takes no pods.
   *
   * @param prefix of its name, at most 50 characters
   */
  public String newNamespace(String prefix) {
    var name = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    var namespace = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    client().resource(namespace).create();
    defaultAccount(name)
        .waitUntilCondition(Objects::nonNull, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return name;
  }

  private Resource<ServiceAccount> defaultAccount(String namespace) {
    return client().serviceAccounts().inNamespace(namespace).withName("default");
  }

  /** Ends the API server as a crash would: at once, with every watch cut. The rest goes on. */
  public void stopApiServer() {
    apiServer.kill();
  }

  /** Starts it again on the same port, over the same state, and waits until it is ready. */
  public void startApiServer() {
    apiServer.start();
  }

  /** Ends all of it and removes its state. A second call does nothing. */
  @Override
  public void close() {
    try {
      if (Runtime.getRuntime().removeShutdownHook(atExit)) {
        end();
      }
    } catch (IllegalStateException e) {
      // The JVM is shutting down already: the hook runs.
    }
  }

  private void end() {
    clients.close();
    apiServer.close();
    warden.close();
  }
}
