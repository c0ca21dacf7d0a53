package dev.apiauth.testkit.playground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hands out ports of 127.0.0.1: the usual one where it is free, the next free one above it
 * otherwise. No port is handed out twice.
 *
 * <p>All are below 32768, where Linux begins to take ports for outgoing connections by itself.
 */
public final class Ports {

  /** Keycloak's. The examples name it. */
  public static final int KEYCLOAK = 18_180;

  private static final int TRIES = 1_000;

  private final Set<Integer> given = new HashSet<>();

  /**
   * A port to listen on.
   *
   * @throws IllegalStateException if none of the next thousand is free
   */
  public synchronized int near(int usual) {
    int port =
        IntStream.range(usual, usual + TRIES)
            .filter(candidate -> !given.contains(candidate) && isFree(candidate))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no free port from " + usual + " on"));
    given.add(port);
    return port;
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
