package dev.apiauth.testkit.kube.network;

import dev.apiauth.testkit.kube.network.Attachment.Attached;
import dev.apiauth.testkit.kube.network.Attachment.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All pods on loopback, one pod per port: a second one that declares a port waits until the first
 * is gone. Nothing can be filtered or cut off, and the API server makes no endpoints for pods on
 * loopback, so that Services lead nowhere.
 */
public final class SharedNetwork implements PodNetwork {

  private static final String LOOPBACK = "127.0.0.1";

  private final String reason;
  private final Map<Integer, String> owners = new HashMap<>();

  /**
   * @param reason why it is not a namespace per pod
   */
  public SharedNetwork(String reason) {
    this.reason = reason;
  }

  @Override
  public synchronized Attachment attach(String pod, Set<Integer> ports) {
    for (int port : ports) {
      var owner = owners.get(port);
      if (owner != null) return new Refused("port %d is %s's".formatted(port, owner));
    }
    ports.forEach(port -> owners.put(port, pod));
    return new Attached(new SharedLink(ports));
  }

  private synchronized void free(Set<Integer> ports) {
    owners.keySet().removeAll(ports);
  }

  @Override
  public String hostAddress() {
    return LOOPBACK;
  }

  @Override
  public String nodeAddress() {
    return LOOPBACK;
  }

  @Override
  public boolean separatesPods() {
    return false;
  }

  @Override
  public String description() {
    return "all pods on loopback, one per port (" + reason + ")";
  }

  @Override
  public void close() {}

  private final class SharedLink implements PodLink {

    private final Set<Integer> ports;

    SharedLink(Set<Integer> ports) {
      this.ports = ports;
    }

    @Override
    public String address() {
      return LOOPBACK;
    }

    @Override
    public List<String> inside(List<String> command) {
      return command;
    }

    @Override
    public void filter(int port) {
      throw new UnsupportedOperationException(description());
    }

    @Override
    public void unfilter(int port) {
      throw new UnsupportedOperationException(description());
    }

    @Override
    public void cutOff() {
      throw new UnsupportedOperationException(description());
    }

    @Override
    public void reconnect() {
      throw new UnsupportedOperationException(description());
    }

    @Override
    public void close() {
      free(ports);
    }
  }
}
