package dev.apiauth.testkit.kube.network;

import java.util.Set;

/**
 * Gives pods their addresses. The machine itself reaches them directly; nothing of it leaves the
 * machine.
 */
public sealed interface PodNetwork extends AutoCloseable permits NamespacedNetwork, SharedNetwork {

  /**
   * Connects a pod.
   *
   * @param pod who it is, for messages
   * @param ports those that it declares
   */
  Attachment attach(String pod, Set<Integer> ports);

  /** Where pods reach what listens on the machine itself. */
  String hostAddress();

  /**
   * The node's address: what plays the kubelet connects from here, and {@link PodLink#filter} and
   * {@link PodLink#cutOff} let it through, as network plugins do with a pod's own node.
   */
  String nodeAddress();

  /** Whether every pod has an address of its own, and can be filtered and cut off. */
  boolean separatesPods();

  /** Which kind this is, and why, in a sentence. */
  String description();

  /** Takes down all that it made; processes that still run in its namespaces are killed. */
  @Override
  void close();
}
