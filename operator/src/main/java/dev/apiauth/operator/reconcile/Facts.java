package dev.apiauth.operator.reconcile;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.gather.Target;
import dev.apiauth.operator.inject.SidecarKind;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.render.Published;
import dev.apiauth.operator.resolve.InForce;
import dev.apiauth.operator.resolve.Judgement;
import dev.apiauth.operator.status.RenderedPolicy;
import dev.apiauth.operator.status.StatusFacts;
import dev.apiauth.operator.status.Workload;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts together what a status rests on. Pure. */
final class Facts {

  private Facts() {}

  static StatusFacts of(
      Observed observed,
      Judgement judgement,
      Published published,
      SidecarKind form,
      List<ObservedPod> pods,
      Instant now) {
    return new StatusFacts(
        observed.resource().getMetadata().getGeneration(),
        previous(observed),
        judgement.acceptance(),
        judgement.inForce().map(InForce::references).orElse(List.of()),
        rendered(judgement, published),
        workload(observed, form),
        pods,
        now);
  }

  static Optional<AtlassianApiAuthStatus> previous(Observed observed) {
    return Optional.ofNullable(observed.resource().getStatus());
  }

  /**
   * What is published though it cannot be rendered again is taken for the strictest: nobody is told
   * that his product is open when it is not known.
   */
  private static Optional<RenderedPolicy> rendered(Judgement judgement, Published published) {
    return judgement
        .inForce()
        .map(
            inForce ->
                new RenderedPolicy(
                    inForce.policy().hash(),
                    inForce.spec().mode(),
                    inForce.spec().interceptionOrDefault().directAccess()))
        .or(
            () ->
                published
                    .hash()
                    .map(
                        hash -> new RenderedPolicy(hash, Mode.Enforce, DirectAccessPolicy.Refuse)));
  }

  private static Workload workload(Observed observed, SidecarKind form) {
    String name = Target.of(observed.resource()).map(Target::name).orElse("");
    return observed
        .workload()
        .<Workload>map(there -> new Workload.Present(name, desired(there), form(form)))
        .orElseGet(() -> new Workload.Absent(name));
  }

  /** The API server's own default is one. */
  private static int desired(StatefulSet workload) {
    return Objects.requireNonNullElse(workload.getSpec().getReplicas(), 1);
  }

  private static SidecarForm form(SidecarKind kind) {
    return switch (kind) {
      case NATIVE -> SidecarForm.NATIVE;
      case ORDINARY -> SidecarForm.ORDINARY;
    };
  }
}
