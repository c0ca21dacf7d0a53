package dev.apiauth.operator.admission;

import io.fabric8.kubernetes.api.model.Pod;

/** What becomes of a pod that is created. */
public sealed interface AdmissionVerdict {

  /**
   * It is none of ours.
   *
   * @param why for the debug log and the metric
   */
  record Unchanged(String why) implements AdmissionVerdict {}

  /**
   * It is created like this.
   *
   * @param pod the pod with the sidecar
   */
  record Injected(Pod pod) implements AdmissionVerdict {}

  /**
   * It is not created.
   *
   * @param message what is wrong and what to change; the user of kubectl and the events of the
   *     workload show it
   */
  record Denied(String message) implements AdmissionVerdict {}
}
