package dev.apiauth.operator.observe;

import dev.apiauth.policy.document.Acknowledgement;

/** What is known of what a sidecar enforces. */
public sealed interface Enforcement {

  /** It said so itself, over mutual TLS. */
  record Acknowledged(Acknowledgement acknowledgement) implements Enforcement {}

  /**
   * It did not answer.
   *
   * @param why a sentence for the status; holds no secret
   */
  record Unknown(String why) implements Enforcement {}
}
