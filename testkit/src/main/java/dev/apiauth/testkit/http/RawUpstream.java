package dev.apiauth.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback that follows a {@link RawScript} byte by byte and remembers what it
 * received: the product at its worst (F15 to F17).
 */
public final class RawUpstream implements AutoCloseable {

  private final ServerSocket listening;
  private volatile RawScript script;
  private final List<RawConversation> conversations = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private RawUpstream(ServerSocket listening, RawScript script) {
    this.listening = listening;
    this.script = script;
  }

  /** Listens on a free port of 127.0.0.1 and plays the script on every connection. */
  public static RawUpstream start(RawScript script) {
    return start(0, script);
  }

  /** Listens on that port, so that a server can come back where it was. */
  public static RawUpstream start(int port, RawScript script) {
    try {
      var listening = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress());
      var upstream = new RawUpstream(listening, script);
      upstream.threads.execute(upstream::acceptAll);
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Plays another script from the next connection on. */
  public void play(RawScript next) {
    script = next;
  }

  /** How many connections came so far. */
  public int connections() {
    return conversations.size();
  }

  /** What each connection received so far, in order of arrival, as Latin-1. */
  public List<String> received() {
    return conversations.stream().map(RawConversation::received).toList();
  }

  /** Everything that was received, all connections together. */
  public String allReceived() {
    return String.join("", received());
  }

  /** Closes the port and resets what is still connected; returns when the port refuses. */
  @Override
  public void close() {
    try {
      listening.close();
      conversations.forEach(RawConversation::abort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
      awaitThreads();
    }
  }

  /** The kernel keeps a port open for as long as a thread still waits in accept. */
  private void awaitThreads() {
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        converse(listening.accept());
      } catch (IOException e) {
        return; // the port was closed
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    var conversation = new RawConversation(socket, script);
    conversations.add(conversation);
    threads.execute(conversation);
  }
}
