package dev.apiauth.operator.admission;

import java.util.Map;

/**
 * The limits of the JDK's HTTP server, which has none by itself and takes them from system
 * properties only. It reads them once, when its first class is loaded.
 */
public final class HttpServerLimits {

  /** Seconds for handshake, head and body of a request, and for one that never comes. */
  static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

  /**
   * Properties and what we want of them.
   *
   * <p>The API server keeps idle connections for 90 seconds and does not send a review again if it
   * meets a connection that this side has just closed: ours have to last longer. {@code nodelay}
   * because head and body are written separately: without it an answer waits for the client's
   * delayed acknowledgement, 40 ms on Linux.
   */
  private static final Map<String, String> WANTED =
      Map.of(
          REQUEST_SECONDS,
          "5",
          "sun.net.httpserver.maxRspTime",
          "10",
          "sun.net.httpserver.idleInterval",
          "120",
          "sun.net.httpserver.nodelay",
          "true",
          "sun.net.httpserver.maxReqHeaders",
          "50",
          "sun.net.httpserver.maxReqHeaderSize",
          "32768",
          "jdk.httpserver.maxConnections",
          "200");

  private HttpServerLimits() {}

  /**
   * Sets what the command line of the JVM leaves open. The first thing that a main method does:
   * later it has no effect.
   */
  public static void set() {
    WANTED.forEach(
        (property, value) -> {
          if (System.getProperty(property) == null) System.setProperty(property, value);
        });
  }

  /**
   * Guards against a server without limits.
   *
   * @throws IllegalStateException if {@link #set} was not called
   */
  static void requireSet() {
    if (System.getProperty(REQUEST_SECONDS) == null) {
      throw new IllegalStateException("HttpServerLimits.set() must come first");
    }
  }
}
