package dev.apiauth.sidecar.admin;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.sidecar.reload.DirectoryReader;
import dev.apiauth.sidecar.reload.FileLimits;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.FileWatcher;
import dev.apiauth.sidecar.reload.Look;
import dev.apiauth.sidecar.reload.ReloadTimes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the operator, and nobody else, what is enforced here and what was seen: {@code GET
 * /v1/acknowledgement} and {@code GET /v1/usage} over mutual TLS 1.3.
 *
 * <p>The channel is off while its certificates are not there, and follows them when they change.
 * Certificates that do not do change nothing; certificates that are taken away end it.
 */
public final class OperatorChannel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorChannel.class);
  private static final FileLimits LIMITS = new FileLimits(3, 256 << 10, 512 << 10);

  private final DirectoryReader files;
  private final ChannelServer server;
  private final FileWatcher watcher;
  private final ReloadTimes times;
  private @Nullable PolicyHash judged;
  private @Nullable Long missingSinceNanos;

  /**
   * Reads nothing yet.
   *
   * @param host where it listens
   * @param port where it listens; 0 for any that is free
   * @param certificates the directory with {@code tls.crt}, {@code tls.key} and {@code ca.crt}
   * @param answers what it tells
   * @param times how patient it is when certificates change
   */
  public OperatorChannel(
      Vertx vertx,
      String host,
      int port,
      Path certificates,
      ChannelAnswers answers,
      ReloadTimes times) {
    this.files = new DirectoryReader(certificates, ChannelCertificates.FILES::contains, LIMITS);
    this.server = new ChannelServer(vertx, host, port, answers);
    this.times = times;
    this.watcher =
        new FileWatcher("operator-channel", () -> List.of(certificates), this::look, times);
  }

  /** Listens if the certificates are there, and goes on looking for them. Call it once. */
  public void start() {
    watcher.start();
  }

  /** The port; empty while the channel is off. */
  public OptionalInt port() {
    return server.port();
  }

  private Look look() {
    return switch (files.read()) {
      case FileReading.Read(FileSet found) ->
          found.files().keySet().containsAll(ChannelCertificates.FILES) ? take(found) : missing();
      case FileReading.Absent absent -> missing();
      case FileReading.TooLarge(String why) -> refuse(why);
    };
  }

  private Look take(FileSet found) {
    missingSinceNanos = null;
    if (found.content().equals(judged)) return Look.SETTLED;
    judged = found.content();
    try {
      server.serve(ChannelCertificates.of(found));
      LOG.info("the operator is answered with certificates {}", found.content().shortened());
      return Look.SETTLED;
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("the operator channel's certificates do not do, nothing changes", e);
      return Look.SETTLED;
    }
  }

  private static Look refuse(String why) {
    LOG.warn("the operator channel's certificates are refused, nothing changes: {}", why);
    return Look.SETTLED;
  }

  /** Files that are just being replaced get their time. */
  private Look missing() {
    if (server.port().isEmpty()) return Look.SETTLED;
    long now = System.nanoTime();
    if (missingSinceNanos == null) missingSinceNanos = now;
    if (now - missingSinceNanos < times.grace().toNanos()) return Look.UNSETTLED;
    return end();
  }

  private Look end() {
    judged = null;
    try {
      server.stop();
      LOG.warn("the operator channel is off: its certificates are gone");
    } catch (IOException e) {
      LOG.warn("the operator channel cannot be closed", e);
    }
    return Look.SETTLED;
  }

  /** Follows the certificates no more; the listener ends with Vert.x. */
  @Override
  public void close() {
    watcher.close();
  }
}
