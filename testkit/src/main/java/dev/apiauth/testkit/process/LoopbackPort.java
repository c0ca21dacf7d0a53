package dev.apiauth.testkit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of 127.0.0.1 for servers that cannot be told to take any. */
public final class LoopbackPort {

  /** Below 32768, where Linux begins to take ports for outgoing connections by itself. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private LoopbackPort() {}

  /** A port that was free a moment ago; nothing keeps others from taking it. */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, LAST)
        .filter(LoopbackPort::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
