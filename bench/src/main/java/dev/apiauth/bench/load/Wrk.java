package dev.apiauth.bench.load;

import dev.apiauth.bench.party.BenchFailure;
import dev.apiauth.bench.party.Caller;
import dev.apiauth.bench.party.Child;
import dev.apiauth.bench.party.Installed;
import dev.apiauth.bench.party.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The load generator wrk: one thread, connections kept alive, alice's token in every request. */
public final class Wrk implements AutoCloseable {

  /** What a run may take beyond its time, to connect and to print. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Path program;
  private final int core;
  private final Caller caller;
  private final Path script;

  /**
   * On that core.
   *
   * @throws BenchFailure if it is not installed
   */
  public Wrk(int core, Caller caller) {
    this.program = Installed.require("wrk", "wrk");
    this.core = core;
    this.caller = caller;
    this.script = script();
  }

  /**
   * Puts the load on the peer and waits for its end.
   *
   * @throws BenchFailure if it does not end in time
   */
  public Measured run(Peer peer, Load load) {
    try {
      Path output = Files.createTempFile("wrk", ".out");
      try {
        return run(command(peer, load), load.time().plus(GRACE), output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private Measured run(List<String> command, Duration patience, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Child.pinned(core, command))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
        throw new BenchFailure("wrk did not end within " + patience);
      return Measured.in(Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Peer peer, Load load) {
    return List.of(
        program.toString(),
        "--threads=1",
        "--connections=" + load.connections(),
        "--duration=" + load.time().toSeconds() + "s",
        "--timeout=10s",
        "--header=Authorization: Bearer " + caller.token(),
        "--script=" + script,
        peer.address().toString(),
        "--",
        Long.toString(load.meanPauseMillis()));
  }

  private static Path script() {
    try (InputStream in = Wrk.class.getResourceAsStream("measure.lua")) {
      Path file = Files.createTempFile("measure", ".lua");
      byte[] text = Objects.requireNonNull(in, "measure.lua").readAllBytes();
      return Files.writeString(file, new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
