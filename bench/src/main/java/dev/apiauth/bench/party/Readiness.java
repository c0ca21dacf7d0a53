package dev.apiauth.bench.party;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Waits until a party gives alice the answer that is measured later. */
final class Readiness {

  private static final Duration EACH = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 20;
  private static final int OK = 200;

  private final HttpClient http;
  private final Caller caller;

  Readiness(HttpClient http, Caller caller) {
    this.http = http;
    this.caller = caller;
  }

  /**
   * Returns as soon as the peer answers with 200.
   *
   * @throws BenchFailure if it ends, or does not within that time
   */
  void await(Peer peer, Child child, Duration within) {
    Instant end = Instant.now().plus(within);
    while (!answers(peer)) {
      if (!child.isAlive()) throw child.complaint("ended");
      if (Instant.now().isAfter(end)) throw child.complaint("does not answer with 200");
      pause();
    }
  }

  private boolean answers(Peer peer) {
    HttpRequest request =
        HttpRequest.newBuilder(peer.address())
            .timeout(EACH)
            .header("Authorization", "Bearer " + caller.token())
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }
}
