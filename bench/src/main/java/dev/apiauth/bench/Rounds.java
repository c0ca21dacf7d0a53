package dev.apiauth.bench;

import dev.apiauth.bench.figure.ProcessFigures;
import dev.apiauth.bench.figure.Sample;
import dev.apiauth.bench.figure.Series;
import dev.apiauth.bench.load.Load;
import dev.apiauth.bench.load.Measured;
import dev.apiauth.bench.load.Wrk;
import dev.apiauth.bench.party.BenchFailure;
import dev.apiauth.bench.party.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures peers in turns, so that whatever else the machine does meets all of them alike: first
 * everybody once, then everybody again.
 */
final class Rounds {

  private static final double KIB_PER_MIB = 1024;
  private static final Duration WARMING = Duration.ofSeconds(2);

  private final Wrk wrk;
  private final List<Peer> peers;
  private final Load load;
  private final Consumer<String> progress;

  Rounds(Wrk wrk, List<Peer> peers, Load load, Consumer<String> progress) {
    this.wrk = wrk;
    this.peers = List.copyOf(peers);
    this.load = load;
    this.progress = progress;
  }

  /**
   * Loads each peer without measuring it: what a JIT compiler has not seen often costs many times
   * what it costs later. Ends with the requests, or with the patience.
   */
  void warmUp(long requests, Duration patience) {
    for (Peer peer : peers) {
      progress.accept("warming up: " + peer.name());
      Instant end = Instant.now().plus(patience);
      long answered = 0;
      while (answered < requests && Instant.now().isBefore(end))
        answered += loaded(peer, load.lasting(WARMING)).requests();
    }
  }

  List<Series> run(int rounds) {
    Map<Peer, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Peer peer : peers) {
        Sample sample = measure(peer);
        samples.computeIfAbsent(peer, first -> new ArrayList<>()).add(sample);
        progress.accept(line(round, rounds, peer, sample));
      }
    }
    return samples.entrySet().stream()
        .map(entry -> new Series(entry.getKey().name(), entry.getValue()))
        .toList();
  }

  private Sample measure(Peer peer) {
    Optional<Duration> before = peer.process().map(ProcessFigures::cpuTime);
    Measured measured = loaded(peer, load);
    return new Sample(
        measured.requests() * 1e6 / measured.micros(),
        measured.p50Micros() / 1e3,
        measured.p99Micros() / 1e3,
        peer.process().flatMap(now -> before.map(then -> cost(now, then, measured))));
  }

  private Measured loaded(Peer peer, Load load) {
    Measured measured = wrk.run(peer, load);
    if (measured.errors() > 0 || measured.requests() == 0)
      throw new BenchFailure(
          "%s did not answer as it should, so its figures mean nothing: %s"
              .formatted(peer.name(), measured));
    return measured;
  }

  private static Sample.Cost cost(ProcessFigures now, Duration before, Measured measured) {
    double millis = now.cpuTime().minus(before).toMillis();
    return new Sample.Cost(millis * 1_000 / measured.requests(), now.residentKib() / KIB_PER_MIB);
  }

  private static String line(int round, int rounds, Peer peer, Sample sample) {
    String cpu =
        sample.cost().map(cost -> ", %.1f ms/1k".formatted(cost.cpuMillisPerThousand())).orElse("");
    return "round %d/%d  %-20s %.0f rps%s"
        .formatted(round, rounds, peer.name(), sample.perSecond(), cpu);
  }
}
