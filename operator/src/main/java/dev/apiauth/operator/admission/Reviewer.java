package dev.apiauth.operator.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.apiauth.operator.admission.AdmissionMeters.Outcome;
import dev.apiauth.operator.admission.AdmissionVerdict.Denied;
import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import dev.apiauth.operator.admission.AdmissionVerdict.Unchanged;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a review: reads it, asks {@link PodAdmission}, writes the answer. Has no side effects but
 * counting, so a dry run is answered like any other.
 *
 * <p>Whatever fails in between refuses the pod: a pod that was not understood must not start
 * unprotected.
 */
public final class Reviewer {

  private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);

  private final PodAdmission admission;
  private final AdmissionMeters meters;
  private final ReviewJson json = new ReviewJson();

  /** A reviewer that asks the admission about every pod that is created. */
  public Reviewer(PodAdmission admission, AdmissionMeters meters) {
    this.admission = admission;
    this.meters = meters;
  }

  ReviewAnswer review(byte[] body) {
    return meters.timed(
        () ->
            json.read(body)
                .<ReviewAnswer>map(request -> new ReviewAnswer.Answered(answer(request)))
                .orElseGet(() -> new ReviewAnswer.Malformed("This is no admission review.")));
  }

  private byte[] answer(ReviewRequest request) {
    try {
      return json.write(respond(request));
    } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
      return json.write(failed(request, e));
    }
  }

  private AdmissionResponse respond(ReviewRequest request) throws JsonProcessingException {
    if (!request.isPodCreation()) {
      LOG.debug("Not asked about {}", request.subject());
      return counted(Outcome.NOT_SELECTED, Responses.unchanged(request.uid()));
    }
    var pod = json.pod(request);
    return switch (admission.review(request.namespace(), pod)) {
      case Unchanged(var why) -> unchanged(request, why);
      case Injected(var injected) -> injected(request, pod, injected);
      case Denied(var message) -> denied(request, message);
    };
  }

  private AdmissionResponse unchanged(ReviewRequest request, String why) {
    LOG.debug("A pod in {} is none of ours: {}", request.namespace(), why);
    return counted(Outcome.NOT_SELECTED, Responses.unchanged(request.uid()));
  }

  private AdmissionResponse injected(ReviewRequest request, Pod before, Pod after) {
    var response =
        PodPatch.between(json.tree(before), json.tree(after))
            .map(patch -> Responses.patched(request.uid(), patch))
            .orElseGet(() -> Responses.unchanged(request.uid()));
    return counted(Outcome.INJECTED, response);
  }

  private AdmissionResponse denied(ReviewRequest request, String message) {
    LOG.info("A pod in {} is refused: {}", request.namespace(), message);
    return counted(Outcome.REFUSED, Responses.denied(request.uid(), message));
  }

  private AdmissionResponse failed(ReviewRequest request, Throwable failure) {
    var incident = UUID.randomUUID().toString();
    LOG.error("Incident {}: a review of {} failed", incident, request.subject(), failure);
    return counted(Outcome.FAILED, Responses.failed(request.uid(), incident));
  }

  private AdmissionResponse counted(Outcome outcome, AdmissionResponse response) {
    meters.count(outcome);
    return response;
  }
}
