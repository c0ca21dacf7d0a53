package dev.apiauth.testkit.kube.network;

/** What became of a pod that asked for an address. */
public sealed interface Attachment {

  record Attached(PodLink link) implements Attachment {}

  /**
   * @param reason a sentence; asking again later may help
   */
  record Refused(String reason) implements Attachment {}
}
