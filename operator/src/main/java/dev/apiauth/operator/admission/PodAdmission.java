package dev.apiauth.operator.admission;

import io.fabric8.kubernetes.api.model.Pod;

/**
 * What the webhook asks about every pod that is created. Must not block and must not ask the API
 * server; called by many threads at once.
 */
@FunctionalInterface
public interface PodAdmission {

  /**
   * Says what becomes of a pod.
   *
   * @param namespace the namespace of the request: the pod itself may not say it yet
   * @param pod the pod as it was sent, not to be changed
   */
  AdmissionVerdict review(String namespace, Pod pod);
}
