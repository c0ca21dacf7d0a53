package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.listen.ListenerEvents;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what the listener refused before it became a request. */
public final class DoorRecords implements ListenerEvents {

  private static final Logger LOG = LoggerFactory.getLogger(DoorRecords.class);

  private final Records records;

  /** Writes there. */
  public DoorRecords(Records records) {
    this.records = records;
  }

  @Override
  public void refused(String requestId, InetAddress peer, Refusal refusal) {
    records.refusedAtTheDoor(requestId, peer, refusal);
  }

  @Override
  public void connectionRefused(InetAddress peer) {
    LOG.warn(
        "a connection of {} was closed at once: as many are open as may be", peer.getHostAddress());
  }

  @Override
  public void readerStalled(InetAddress peer) {
    LOG.info(
        "a connection of {} was closed: nothing of the answer was taken for too long",
        peer.getHostAddress());
  }

  @Override
  public void failed(InetAddress peer, Throwable failure) {
    LOG.debug("a connection of {} failed", peer.getHostAddress(), failure);
  }
}
