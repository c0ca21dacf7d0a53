package dev.apiauth.testkit.idp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses of 127.0.0.0/8, of which Linux has sixteen million and other systems one. */
public final class LoopbackAddress {

  private static final int ATTEMPTS = 8;

  /**
   * Below the range from which the kernel takes ports by itself (32768 and up on Linux): between
   * our look and the server's start no outgoing connection can take such a port.
   */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  private LoopbackAddress() {}

  /**
   * An address where that port is free and may be taken, so that several test runs can each have
   * their own port 443; empty if there is none.
   */
  public static Optional<InetSocketAddress> withFree(int port) {
    var random = ThreadLocalRandom.current();
    var ownOnes =
        IntStream.range(0, ATTEMPTS)
            .mapToObj(_ -> address(random.nextInt(1, 255), random.nextInt(256)));
    return Stream.concat(ownOnes, Stream.of(address(0, 0)))
        .map(address -> new InetSocketAddress(address, port))
        .filter(LoopbackAddress::isFree)
        .findFirst();
  }

  /** 127.0.0.1 with a port that was free a moment ago. */
  static InetSocketAddress withFreePort() {
    return ThreadLocalRandom.current()
        .ints(FIRST_PORT, LAST_PORT)
        .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .filter(LoopbackAddress::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static InetAddress address(int second, int third) {
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) second, (byte) third, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean isFree(InetSocketAddress address) {
    try (var _ = new ServerSocket(address.getPort(), 1, address.getAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
