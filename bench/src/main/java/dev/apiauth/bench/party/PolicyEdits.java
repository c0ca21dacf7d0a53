package dev.apiauth.bench.party;

import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Edits the sidecar's policy again and again, as an administrator would: passwords are allowed,
 * then refused, then allowed. After each edit somebody calls with a password until the answer shows
 * the edit; the callers with tokens are not concerned.
 */
public final class PolicyEdits implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GLANCE_MILLIS = 2;
  private static final int FORBIDDEN = 403;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Duration pause;
  private final Stage stage;
  private final HttpRequest withPassword;
  private final List<Double> untilInForce = new CopyOnWriteArrayList<>();
  private final Thread editor;

  private PolicyEdits(Duration pause, Stage stage, Peer sidecar) {
    this.pause = pause;
    this.stage = stage;
    this.withPassword =
        HttpRequest.newBuilder(sidecar.address())
            .timeout(PATIENCE)
            .header("Authorization", "Basic YWxpY2U6bm9uZQ==")
            .build();
    this.editor = Thread.ofPlatform().name("editor").daemon().unstarted(this::edit);
  }

  /** Begins; the first edit comes after one pause. */
  public static PolicyEdits every(Duration pause, Stage stage, Peer sidecar) {
    var edits = new PolicyEdits(pause, stage, sidecar);
    edits.editor.start();
    return edits;
  }

  /** How long each edit took from the file's change to the first answer that showed it. */
  public List<Double> untilInForceMillis() {
    return List.copyOf(untilInForce);
  }

  private void edit() {
    Manifest resource = stage.resource();
    try {
      while (true) {
        Thread.sleep(pause);
        write(resource.with("/spec/credentials/passwords/basic", "Allow"), Shown.ALLOWED);
        Thread.sleep(pause);
        write(resource, Shown.REFUSED);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new BenchFailure("the sidecar gives no answer while its policy is edited", e);
    }
  }

  /** What an answer to a password shows of the policy. */
  private enum Shown {
    ALLOWED,
    REFUSED
  }

  private void write(Manifest edited, Shown awaited) throws IOException, InterruptedException {
    stage.policy().write(edited);
    long written = System.nanoTime();
    Instant end = Instant.now().plus(PATIENCE);
    while (shown() != awaited) {
      if (Instant.now().isAfter(end)) throw new BenchFailure("an edit never came into force");
      Thread.sleep(GLANCE_MILLIS);
    }
    untilInForce.add((System.nanoTime() - written) / 1e6);
  }

  private Shown shown() throws IOException, InterruptedException {
    int status = http.send(withPassword, BodyHandlers.discarding()).statusCode();
    return status == FORBIDDEN ? Shown.REFUSED : Shown.ALLOWED;
  }

  @Override
  public void close() {
    editor.interrupt();
    try {
      editor.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
