package dev.apiauth.testkit.kube.pod;

/** Whether a container can be started. */
sealed interface Preparation {

  record Ready(Launch launch) implements Preparation {}

  /**
   * @param reason the kubelet's word, {@code CreateContainerConfigError}
   */
  record NotYet(String reason, String message) implements Preparation {}
}
