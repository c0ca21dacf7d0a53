package dev.apiauth.sidecar.forward;

import java.time.Duration;

/**
 * Every bound of the connection to the product.
 *
 * @param connections open at once from one event loop; the product's Tomcat has 200 threads by
 *     default
 * @param waiting requests of one event loop that may wait for a connection; one more is 503 at once
 *     (F17)
 * @param connectWithin how long opening a connection may take; the product is on the pod's own
 *     loopback
 * @param answerWithin from the end of the request to the head of the answer; longer is 504. Five
 *     minutes: the products' slowest pages are allowed as much by their charts' ingress
 * @param idle how long nothing may move on a connection that is in use
 * @param keepAlive how long an unused connection is kept; below Tomcat's keepAliveTimeout of 20 s,
 *     so that no request is sent into one that is being closed
 * @param headOctets the largest head of an answer
 * @param chunkOctets how much of a body is handed on at once
 */
public record UpstreamLimits(
    int connections,
    int waiting,
    Duration connectWithin,
    Duration answerWithin,
    Duration idle,
    Duration keepAlive,
    int headOctets,
    int chunkOctets) {

  /** What the sidecar runs with. */
  public static final UpstreamLimits DEFAULT =
      new UpstreamLimits(
          128,
          512,
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(15),
          64 * 1024,
          64 * 1024);

  /** The same bounds, with another patience for answers. */
  public UpstreamLimits answeringWithin(Duration patience) {
    return new UpstreamLimits(
        connections, waiting, connectWithin, patience, idle, keepAlive, headOctets, chunkOctets);
  }
}
