package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of the four programs, each in the state directory.
 *
 * @param options with the programs and the flags that a test adds
 * @param state where they run
 */
record Commands(ControlPlaneOptions options, StateDirectory state) {

  /** The cluster IP of the Service {@code kubernetes}: the first of the range. */
  static final String SERVICE_OF_THE_API = "10.96.0.1";

  /** A socket in the directory instead of a port, for nobody else to reach. The 1 means nothing. */
  private static final String ETCD_SOCKET = "etcd:1";

  private static final String ETCD = "unix://" + ETCD_SOCKET;
  private static final String ETCD_PEER = "unix://etcd-peer:1";

  /** Durability is given up: the data does not outlive the process anyway. */
  Command etcd() {
    return command(
        "etcd",
        "--name=test",
        "--data-dir=etcd-data",
        "--listen-client-urls=" + ETCD,
        "--advertise-client-urls=" + ETCD,
        "--listen-peer-urls=" + ETCD_PEER,
        "--initial-advertise-peer-urls=" + ETCD_PEER,
        "--initial-cluster=test=" + ETCD_PEER,
        "--unsafe-no-fsync",
        "--log-level=warn");
  }

  /** Is there when etcd listens. */
  Path etcdSocket() {
    return state.path().resolve(ETCD_SOCKET);
  }

  /**
   * The Service {@code kubernetes} gets no endpoints: loopback is no valid address of one, and the
   * address that must be advertised all the same is one of those for documentation (RFC 5737).
   */
  Command apiServer(ClusterIdentities identities, int port) {
    var server = identities.apiServer();
    var accounts = identities.serviceAccounts();
    var flags =
        List.of(
            "--etcd-servers=" + ETCD,
            "--bind-address=127.0.0.1",
            "--secure-port=" + port,
            "--advertise-address=192.0.2.1",
            "--endpoint-reconciler-type=none",
            "--tls-cert-file=" + server.certificate(),
            "--tls-private-key-file=" + server.key(),
            "--client-ca-file=" + server.authority(),
            "--service-account-key-file=" + accounts.certificate(),
            "--service-account-signing-key-file=" + accounts.key(),
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-cluster-ip-range=10.96.0.0/16",
            "--authorization-mode=RBAC",
            "--allow-privileged");
    return command("kube-apiserver", flags, options.apiServerFlags());
  }

  /**
   * A node that once was Ready stays so for a day without a sign of life: the nodes of tests have
   * no kubelet.
   */
  Command controllerManager(ClusterIdentities identities, Path kubeconfig) {
    var flags =
        List.of(
            "--kubeconfig=" + kubeconfig,
            "--service-account-private-key-file=" + identities.serviceAccounts().key(),
            "--root-ca-file=" + identities.apiServer().authority(),
            "--use-service-account-credentials",
            "--node-monitor-grace-period=24h",
            "--node-monitor-period=1s",
            "--kube-api-qps=200",
            "--kube-api-burst=400",
            "--leader-elect=false",
            "--secure-port=0");
    return command("kube-controller-manager", flags, options.controllerManagerFlags());
  }

  Command scheduler(Path kubeconfig) {
    return command(
        "kube-scheduler", "--kubeconfig=" + kubeconfig, "--leader-elect=false", "--secure-port=0");
  }

  private Command command(String program, List<String> flags, List<String> added) {
    var all = new ArrayList<>(flags);
    all.addAll(added);
    return Command.of(options.binaries().executable(program), state.path(), all);
  }

  private Command command(String program, String... flags) {
    return command(program, List.of(flags), List.of());
  }
}
