package dev.apiauth.operator.reconcile;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.operator.gather.Gatherer;
import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.inject.SidecarTemplate;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.render.Published;
import dev.apiauth.operator.resolve.Judge;
import dev.apiauth.operator.resolve.Judgement;
import dev.apiauth.operator.status.StatusEvents;
import dev.apiauth.operator.status.StatusReport;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The order of a reconciliation. Nothing else knows it. */
public final class Reconciliation {

  private final Gatherer gatherer;
  private final Judge judge;
  private final Applier applier;
  private final Observation observation;
  private final Convergence convergence;
  private final EventWriter events;
  private final ToldStatuses told = new ToldStatuses();
  private final Supplier<SidecarTemplate> installed;
  private final InstantSource clock;

  Reconciliation(
      Gatherer gatherer,
      Judge judge,
      Applier applier,
      Observation observation,
      Convergence convergence,
      EventWriter events,
      Supplier<SidecarTemplate> installed,
      InstantSource clock) {
    this.gatherer = gatherer;
    this.judge = judge;
    this.applier = applier;
    this.observation = observation;
    this.convergence = convergence;
    this.events = events;
    this.installed = installed;
    this.clock = clock;
  }

  /** Brings one resource a step further. Blocks while it writes and asks pods. */
  Outcome run(UncheckedApiAuth resource) {
    Observed observed = gatherer.gather(resource);
    Published published = observed.rendered().map(Published::read).orElse(Published.NOTHING);
    Judgement judgement = judge.judge(observed, published);
    judgement.inForce().ifPresent(inForce -> applier.apply(observed, published, inForce));
    List<Pod> live = Observation.live(observed);
    List<ObservedPod> pods = observation.ask(observed, live, judgement.inForce());
    return new Outcome(
        report(observed, published, judgement, pods),
        convergence.pursue(observed, judgement.inForce(), live, pods));
  }

  /** Empty if the status is the one that is there. */
  private Optional<AtlassianApiAuthStatus> report(
      Observed observed, Published published, Judgement judgement, List<ObservedPod> pods) {
    Optional<AtlassianApiAuthStatus> previous = Facts.previous(observed);
    AtlassianApiAuthStatus status =
        StatusReport.of(
            Facts.of(
                observed, judgement, published, installed.get().kind(), pods, clock.instant()));
    if (previous.filter(status::equals).isPresent()) return Optional.empty();
    String uid = observed.resource().getMetadata().getUid();
    events.write(
        observed.resource(), StatusEvents.between(told.replace(uid, previous, status), status));
    return Optional.of(status);
  }
}
