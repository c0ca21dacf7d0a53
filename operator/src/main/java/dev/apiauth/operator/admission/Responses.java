package dev.apiauth.operator.admission;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponseBuilder;

/** The responses that a review can get. */
final class Responses {

  private static final int FORBIDDEN = 403;
  private static final int INTERNAL_ERROR = 500;

  private Responses() {}

  static AdmissionResponse unchanged(String uid) {
    return new AdmissionResponseBuilder().withUid(uid).withAllowed(true).build();
  }

  /**
   * Allowed, changed.
   *
   * @param patch a JSON patch in Base64
   */
  static AdmissionResponse patched(String uid, String patch) {
    return new AdmissionResponseBuilder()
        .withUid(uid)
        .withAllowed(true)
        .withPatchType("JSONPatch")
        .withPatch(patch)
        .build();
  }

  /** Refused, for a reason that its author can mend. */
  static AdmissionResponse denied(String uid, String message) {
    return refused(uid, FORBIDDEN, "Forbidden", message);
  }

  /** Refused because we failed; the incident finds the line in our log. */
  static AdmissionResponse failed(String uid, String incident) {
    return refused(
        uid,
        INTERNAL_ERROR,
        "InternalError",
        "apiauth failed to review this pod. Its operator's log says more under the incident "
            + incident
            + ".");
  }

  private static AdmissionResponse refused(String uid, int code, String reason, String message) {
    var status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage(message)
            .build();
    return new AdmissionResponseBuilder()
        .withUid(uid)
        .withAllowed(false)
        .withStatus(status)
        .build();
  }
}
