package dev.apiauth.sidecar.listen;

import java.time.Duration;

/**
 * Every bound of the listener. None of Vert.x's or Netty's own defaults is relied on: they have no
 * time-outs, no bound on pipelining and heads that are too small.
 *
 * @param requestLineOctets method and target together; more is 414. 16 KiB: JQL in a query outgrows
 *     Vert.x's 4 KiB (S21)
 * @param headerOctets the header section with its line ends, also the trailers; more is 431. 64
 *     KiB: tokens of Entra ID and Keycloak beside cookies outgrow 8 KiB. The product's own 8 KiB
 *     holds for what is forwarded, without the token (S21)
 * @param headerLines lines in a header section; more is 431. As Tomcat's {@code maxHeaderCount}
 * @param chunkOctets how much of a body is handed on at once, and how much is read ahead of a
 *     handler that does not take it yet. 64 KiB doubles the throughput of big bodies against
 *     Netty's 8 KiB
 * @param pipelined requests of one connection that may wait for their answers. What comes beyond
 *     them is left unread, so that a client cannot queue work without end (S13)
 * @param connections open at once on the whole listener. One more is closed at once; those that are
 *     open are not touched (F13)
 * @param acceptBacklog connections that the kernel keeps while the event loops are busy; the kernel
 *     may hold it lower ({@code net.core.somaxconn})
 * @param headWithin from the first octet of a request (or from the start of the connection) to the
 *     end of its head; longer is 408 (F11). Ten seconds
 * @param bodyStall how long the client may send nothing while a body is due and is being read;
 *     longer is 408 (F12). A body that moves may take hours: git does
 * @param keepAlive how long a connection without a request stays open. Longer than the 60 s for
 *     which ingress controllers and load balancers keep theirs, so that it is always they who close
 *     and no request is lost to a race
 * @param readStall how long the client may take nothing of an answer that is waiting for it; the
 *     connection is closed after it (F12)
 * @param linger how long what the client still sends is read and dropped after the last answer. A
 *     socket that is closed with octets unread resets the connection, and the client loses the
 *     answer (RFC 9112, section 9.6)
 */
public record ListenerLimits(
    int requestLineOctets,
    int headerOctets,
    int headerLines,
    int chunkOctets,
    int pipelined,
    int connections,
    int acceptBacklog,
    Duration headWithin,
    Duration bodyStall,
    Duration keepAlive,
    Duration readStall,
    Duration linger) {

  /** What the sidecar runs with. */
  public static final ListenerLimits DEFAULT =
      new ListenerLimits(
          16 * 1024,
          64 * 1024,
          100,
          64 * 1024,
          16,
          2_000,
          1_024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2));

  /**
   * @throws IllegalArgumentException for a bound that is not positive
   */
  public ListenerLimits {
    requirePositive(requestLineOctets, "requestLineOctets");
    requirePositive(headerOctets, "headerOctets");
    requirePositive(headerLines, "headerLines");
    requirePositive(chunkOctets, "chunkOctets");
    requirePositive(pipelined, "pipelined");
    requirePositive(connections, "connections");
    requirePositive(acceptBacklog, "acceptBacklog");
    requirePositive(headWithin.toNanos(), "headWithin");
    requirePositive(bodyStall.toNanos(), "bodyStall");
    requirePositive(keepAlive.toNanos(), "keepAlive");
    requirePositive(readStall.toNanos(), "readStall");
    requirePositive(linger.toNanos(), "linger");
  }

  private static void requirePositive(long bound, String name) {
    if (bound <= 0) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
