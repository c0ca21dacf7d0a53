package dev.apiauth.operator.inject;

import dev.apiauth.operator.admission.AdmissionVerdict;
import dev.apiauth.operator.admission.AdmissionVerdict.Denied;
import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import dev.apiauth.operator.admission.AdmissionVerdict.Unchanged;
import dev.apiauth.operator.admission.PodAdmission;
import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.inject.InjectionDecision.NotSelected;
import dev.apiauth.operator.inject.InjectionDecision.Refuse;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.function.Function;

/** Answers the webhook by the resources of the pod's namespace. Safe for use by several threads. */
public final class SpecAdmission implements PodAdmission {

  private final Function<String, List<Candidate>> candidates;
  private final InjectionDecider decider;
  private final PodInjector injector;

  /**
   * An admission.
   *
   * @param candidates the resources of a namespace, from a cache: it must not block
   * @param decider says what becomes of a pod
   * @param injector carries it out
   */
  public SpecAdmission(
      Function<String, List<Candidate>> candidates,
      InjectionDecider decider,
      PodInjector injector) {
    this.candidates = candidates;
    this.decider = decider;
    this.injector = injector;
  }

  @Override
  public AdmissionVerdict review(String namespace, Pod pod) {
    return switch (decider.decide(namespace, pod, candidates.apply(namespace))) {
      case NotSelected(String why) -> new Unchanged(why);
      case Inject(InjectionPlan plan) -> new Injected(injector.inject(pod, plan));
      case Refuse(String message) -> new Denied(message);
    };
  }
}
