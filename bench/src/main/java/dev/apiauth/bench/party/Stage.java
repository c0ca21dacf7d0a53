package dev.apiauth.bench.party;

import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the parties and ends them. Everything listens on 127.0.0.1; the proxies share a core, the
 * product's stand-in and the load share the other one.
 */
public final class Stage implements AutoCloseable {

  /** The peer that the others are compared with. */
  public static final String YARDSTICK = "nginx, no auth";

  private static final int JSON_OCTETS = 2048;

  private final Machine machine;
  private final Workspace workspace = new Workspace();
  private final Caller caller = Caller.alice();
  private final Deque<Child> children = new ArrayDeque<>();
  private final Readiness readiness;
  private final PolicyFolder policy;
  private final int upstream;

  private Stage(Machine machine) {
    this.machine = machine;
    this.readiness = new Readiness(HttpClient.newHttpClient(), caller);
    this.upstream = Workspace.freePort();
    this.policy = PolicyFolder.in(workspace.folder());
  }

  /**
   * Starts the product's stand-in.
   *
   * @throws BenchFailure if it cannot be started
   */
  public static Stage open(Machine machine) {
    Path nginx = Installed.require("nginx", "nginx-light");
    var stage = new Stage(machine);
    try {
      stage.workspace.write("project.json", project());
      stage.start(
          "product",
          machine.loadCore(),
          nginx(nginx, stage.fill("nginx-upstream.conf", stage.upstream)),
          stage.upstream);
      return stage;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  public Caller caller() {
    return caller;
  }

  /** The sidecar's policy, for who edits it. */
  public PolicyFolder policy() {
    return policy;
  }

  /** Without anything in between. */
  public Peer direct() {
    return Peer.at("direct", upstream, Optional.empty());
  }

  /** Through nginx, which asks for no token. */
  public Peer nginx() {
    Path nginx = Installed.require("nginx", "nginx-light");
    int port = Workspace.freePort();
    return start(
        YARDSTICK, machine.proxyCore(), nginx(nginx, fill("nginx-proxy.conf", port)), port);
  }

  /** Through HAProxy, which verifies every token anew; empty where it is not installed. */
  public Optional<Peer> haproxy() {
    return Installed.find("haproxy")
        .map(
            haproxy -> {
              workspace.write("issuer.pem", caller.publicKeyPem());
              int port = Workspace.freePort();
              Path config = fill("haproxy.cfg", port);
              return start(
                  "HAProxy, jwt_verify",
                  machine.proxyCore(),
                  List.of(haproxy.toString(), "-db", "-f", config.toString()),
                  port);
            });
  }

  /** Through the sidecar, as it ships, with alice's personal access token on file. */
  public Peer sidecar() {
    policy.putTokenOnFile("alice", caller.onFile());
    policy.write(resource());
    int port = Workspace.freePort();
    var command = new SidecarCommandLine(machine.javaOptions(), policy, port);
    return start("apiauth sidecar", machine.proxyCore(), command.arguments(), port);
  }

  /** The sidecar's policy as it is at the start. */
  public Manifest resource() {
    return Manifest.of(Workspace.filled("policy.yaml", values(0)));
  }

  /** Starts those parties that are installed, in the order in which they are given. */
  public List<Peer> peers(List<Party> parties) {
    return parties.stream().flatMap(party -> peer(party).stream()).toList();
  }

  private Optional<Peer> peer(Party party) {
    return switch (party) {
      case DIRECT -> Optional.of(direct());
      case NGINX -> Optional.of(nginx());
      case HAPROXY -> haproxy();
      case SIDECAR -> Optional.of(sidecar());
    };
  }

  private Peer start(String name, int core, List<String> command, int port) {
    Child child = Child.start(name, core, command, workspace.folder());
    children.push(child);
    Peer peer = Peer.at(name, port, Optional.of(child.figures()));
    readiness.await(peer, child, Duration.ofSeconds(60));
    return peer;
  }

  private Path fill(String resource, int port) {
    return workspace.fill(resource, values(port));
  }

  private Map<String, String> values(int port) {
    return Map.of(
        "folder", workspace.folder().toString(),
        "port", Integer.toString(port),
        "upstream", Integer.toString(upstream),
        "issuer", Caller.ISSUER,
        "audience", Caller.AUDIENCE,
        "jwks", caller.keySet(),
        "pat", caller.onFile());
  }

  private static List<String> nginx(Path nginx, Path config) {
    return List.of(
        nginx.toString(),
        "-e",
        "stderr",
        "-p",
        config.resolveSibling("").toString(),
        "-c",
        config.toString());
  }

  /** Jira's answer to "which projects are there", padded to 2 KB. */
  private static String project() {
    String begin = "[{\"id\":\"10000\",\"key\":\"ABC\",\"name\":\"Alphabet\",\"description\":\"";
    String end = "\"}]";
    return begin + "x".repeat(JSON_OCTETS - begin.length() - end.length()) + end;
  }

  @Override
  public void close() {
    children.forEach(Child::close);
    workspace.close();
  }
}
