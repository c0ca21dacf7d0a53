package dev.apiauth.testkit.kube.fault;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A real API server that fails on demand: a proxy on loopback before it, with schema, server-side
 * apply and watches as they are. Takes down what is asked.
 *
 * <p>Whoever reaches the proxy is to the API server whom {@code before} was given, with the user
 * that the request impersonates.
 */
public final class FaultyApiServer implements AutoCloseable {

  private record Rule(Predicate<ApiCall> which, ApiFault fault) {}

  private final URI real;
  private final SSLContext identity;
  private final ServerSocket listening;
  private final Queue<ApiCall> calls = new ConcurrentLinkedQueue<>();
  private final Set<Socket> watches = ConcurrentHashMap.newKeySet();
  private volatile Optional<Rule> rule = Optional.empty();

  private FaultyApiServer(Config config) throws IOException, GeneralSecurityException {
    real = URI.create(config.getMasterUrl());
    identity = SSLUtils.sslContext(config);
    listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  /** Before the API server of that client, whose certificate it shows. Works until it is told. */
  public static FaultyApiServer before(KubernetesClient client) {
    try {
      var server = new FaultyApiServer(client.getConfiguration());
      Thread.ofPlatform().name("faulty API server").daemon().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a client without a usable certificate", e);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var exchange = new Exchange(this, listening.accept());
        Thread.ofVirtual().start(exchange::run);
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** A client that is the same user, through the proxy; whoever asks for it closes it. */
  public KubernetesClient through(KubernetesClient account) {
    var config =
        new ConfigBuilder(account.getConfiguration())
            .withMasterUrl("http://127.0.0.1:%d/".formatted(listening.getLocalPort()))
            .withHttp2Disable(true)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** From now on such calls fail so, and no others. */
  public void fail(Predicate<ApiCall> which, ApiFault fault) {
    rule = Optional.of(new Rule(which, fault));
  }

  /** From now on nothing fails. */
  public void work() {
    rule = Optional.empty();
  }

  /** Ends every watch that runs, without a word. */
  public void cutWatches() {
    watches.forEach(FaultyApiServer::cut);
  }

  /** How many watches run. */
  public int openWatches() {
    return watches.size();
  }

  private static void cut(Socket watch) {
    try {
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked since this was asked last, failed or not, in order. */
  public List<ApiCall> takeCalls() {
    var taken = new ArrayList<ApiCall>();
    for (ApiCall call = calls.poll(); call != null; call = calls.poll()) taken.add(call);
    return List.copyOf(taken);
  }

  Optional<ApiFault> arrived(ApiCall call) {
    calls.add(call);
    return rule.filter(now -> now.which().test(call)).map(Rule::fault);
  }

  Socket connect() throws IOException {
    return identity.getSocketFactory().createSocket(real.getHost(), real.getPort());
  }

  void opened(Socket watch) {
    watches.add(watch);
  }

  void ended(Socket watch) {
    watches.remove(watch);
  }

  /** Ends all connections; the API server goes on. */
  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutWatches();
  }
}
