package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Refusal;
import java.net.InetAddress;

/**
 * What happens at the door without a request handler seeing it: for audit and metrics.
 *
 * <p>Called on event loops, from several at once; must not block and must not fail.
 */
public interface ListenerEvents {

  /** Hears nothing; for tests. */
  ListenerEvents NONE = new ListenerEvents() {};

  /**
   * A message was refused before it became a request; the answer may not have reached anybody.
   *
   * @param requestId the id in the answer
   */
  default void refused(String requestId, InetAddress peer, Refusal refusal) {}

  /** A connection was closed at once, because as many were open as may be. */
  default void connectionRefused(InetAddress peer) {}

  /** A connection was closed because its client took nothing of an answer for too long. */
  default void readerStalled(InetAddress peer) {}

  /** A request handler threw, or Vert.x reported a failure of a connection. */
  default void failed(InetAddress peer, Throwable failure) {}
}
