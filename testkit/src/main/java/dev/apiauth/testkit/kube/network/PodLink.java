package dev.apiauth.testkit.kube.network;

import java.util.List;

/** One pod's connection. */
public interface PodLink extends AutoCloseable {

  /** The pod's address. */
  String address();

  /** The same command, run where the pod's address and loopback are. */
  List<String> inside(List<String> command);

  /**
   * Makes a TCP port silent for everybody outside the pod but the node's own probes, like a
   * NetworkPolicy in force: connections are neither accepted nor refused. Loopback inside the pod
   * still works.
   *
   * @throws UnsupportedOperationException where pods are not separated
   */
  void filter(int port);

  /** Ends {@link #filter}; once more does nothing. */
  void unfilter(int port);

  /**
   * Makes the whole pod silent, in both directions, for everybody but the node's own probes. Its
   * processes live on.
   *
   * @throws UnsupportedOperationException where pods are not separated
   */
  void cutOff();

  /** Ends {@link #cutOff}; once more does nothing. */
  void reconnect();

  @Override
  void close();
}
