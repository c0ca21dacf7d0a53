package dev.apiauth.bench.party;

import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Edits the sidecar's policy again and again, as an administrator would: one more group is allowed,
 * then no longer, then again. After each edit somebody calls with a token of that group until the
 * answer shows the edit; the other callers are not concerned.
 */
public final class PolicyEdits implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GLANCE_MILLIS = 2;
  private static final int FORBIDDEN = 403;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Duration pause;
  private final Stage stage;
  private final HttpRequest ofLateShift;
  private final List<Double> untilInForce = new CopyOnWriteArrayList<>();
  private final Thread editor;
  private volatile Optional<BenchFailure> failure = Optional.empty();

  private PolicyEdits(Duration pause, Stage stage, Peer sidecar) {
    this.pause = pause;
    this.stage = stage;
    this.ofLateShift =
        HttpRequest.newBuilder(sidecar.address())
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + stage.caller().lateShiftToken())
            .build();
    this.editor = Thread.ofPlatform().name("editor").daemon().unstarted(this::edit);
  }

  /** Begins; the first edit comes after one pause. */
  public static PolicyEdits every(Duration pause, Stage stage, Peer sidecar) {
    var edits = new PolicyEdits(pause, stage, sidecar);
    edits.editor.start();
    return edits;
  }

  /**
   * How long each edit took from the file's change to the first answer that showed it.
   *
   * @throws BenchFailure if one never did
   */
  public List<Double> untilInForceMillis() {
    failure.ifPresent(
        why -> {
          throw why;
        });
    return List.copyOf(untilInForce);
  }

  private void edit() {
    Manifest resource = stage.resource();
    Manifest wider = resource.with("/spec/access/groups/allow", Caller.BOTH_GROUPS);
    try {
      while (true) {
        Thread.sleep(pause);
        write(wider, Shown.ALLOWED);
        Thread.sleep(pause);
        write(resource, Shown.REFUSED);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      failure = Optional.of(new BenchFailure("an edited sidecar gives no answer", e));
    } catch (BenchFailure e) {
      failure = Optional.of(e);
    }
  }

  /** What an answer to the late shift shows of the policy. */
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
    int status = http.send(ofLateShift, BodyHandlers.discarding()).statusCode();
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
