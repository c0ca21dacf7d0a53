package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.process.LoopbackPort;
import dev.apiauth.testkit.process.ProcessWarden;
import dev.apiauth.testkit.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** kube-apiserver: the one program of the control plane that tests stop and start again. */
final class ApiServer implements AutoCloseable {

  private static final String NAME = "kube-apiserver";
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration ANSWER_TIME = Duration.ofSeconds(2);

  private final Commands commands;
  private final ClusterIdentities identities;
  private final ProcessWarden warden;
  private final HttpClient client;
  private final int port = LoopbackPort.free();
  private Optional<ServerProcess> process = Optional.empty();

  ApiServer(Commands commands, ClusterIdentities identities, ProcessWarden warden) {
    this.commands = commands;
    this.identities = identities;
    this.warden = warden;
    this.client =
        HttpClient.newBuilder()
            .sslContext(identities.trusting())
            .connectTimeout(ANSWER_TIME)
            .build();
  }

  URI uri() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /** Starts it, and waits until it says that it is ready. Does nothing while it runs. */
  synchronized void start() {
    if (process.filter(ServerProcess::isAlive).isPresent()) {
      return;
    }
    var log = commands.state().logOf(NAME);
    var started = ServerProcess.start(NAME, commands.apiServer(identities, port), log, warden);
    process = Optional.of(started);
    started.awaitReady(this::isReady, START_TIME);
  }

  /** Ends it as a crash does: watches are cut, requests stay unanswered. */
  synchronized void kill() {
    process.ifPresent(ServerProcess::kill);
    process = Optional.empty();
  }

  private boolean isReady() {
    var request = HttpRequest.newBuilder(uri().resolve("/readyz")).timeout(ANSWER_TIME).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    kill();
    client.close();
  }
}
