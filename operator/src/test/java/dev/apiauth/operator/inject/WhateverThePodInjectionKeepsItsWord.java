package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.inject.InjectionDecision.NotSelected;
import dev.apiauth.operator.inject.InjectionDecision.Refuse;
import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promises that hold for every pod that is not refused, tried with many that nobody would write.
 */
class WhateverThePodInjectionKeepsItsWord {

  private static final int PODS = 600;
  private static final int ENOUGH = 100;
  private static final List<Candidate> RESOURCES = List.of(Resources.naming("jira"));
  private static final Service SERVICE =
      new ServiceBuilder()
          .withNewSpec()
          .addNewPort()
          .withName("web")
          .withPort(80)
          .withNewTargetPort("http")
          .endPort()
          .endSpec()
          .build();

  private final PodInjector injector = new PodInjector();

  @ParameterizedTest
  @EnumSource
  void aSecondInjectionChangesNothing(SidecarKind kind) {
    everyInjected(
        kind,
        (_, once) -> {
          InjectionDecision again = decide(kind, once);
          assertThat(again).as(Yaml.text(once)).isInstanceOf(Inject.class);
          assertThat(Yaml.tree(injector.inject(once, ((Inject) again).plan())))
              .isEqualTo(Yaml.tree(once));
        });
  }

  @ParameterizedTest
  @EnumSource
  void servicesFindTheSidecar(SidecarKind kind) {
    everyInjected(
        kind,
        (_, pod) ->
            assertThat(EndpointPorts.of(SERVICE, pod))
                .containsEntry("web", PodParts.LISTENER_PORT));
  }

  @ParameterizedTest
  @EnumSource
  void noPortButTheSidecarsHasItsName(SidecarKind kind) {
    everyInjected(
        kind,
        (_, pod) ->
            assertThat(pod.getSpec().getContainers())
                .filteredOn(container -> HttpPorts.has(container, "http"))
                .extracting(Container::getName)
                .isSubsetOf(PodParts.SIDECAR));
  }

  @ParameterizedTest
  @EnumSource
  void probesReachWhatTheyReachedBefore(SidecarKind kind) {
    everyInjected(
        kind,
        (sent, pod) -> {
          var before = OwnParts.removedFrom(sent).getSpec().getContainers();
          var after = OwnParts.removedFrom(pod).getSpec().getContainers();
          assertThat(after.stream().map(ProbedPorts::of).toList())
              .isEqualTo(before.stream().map(ProbedPorts::of).toList());
        });
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfTheUsersIsLostButANameOfAPort(SidecarKind kind) {
    everyInjected(
        kind,
        (sent, pod) -> {
          Pod without = OwnParts.removedFrom(pod);
          without.getMetadata().getAnnotations().remove("kubectl.kubernetes.io/default-container");
          assertThat(spelledAlike(without)).isEqualTo(spelledAlike(OwnParts.removedFrom(sent)));
        });
  }

  @ParameterizedTest
  @EnumSource
  void theLabelsThatASelectorMayUseStay(SidecarKind kind) {
    everyInjected(
        kind,
        (_, pod) ->
            assertThat(pod.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/name", "jira")
                .containsEntry("apiauth.dev/policy", "protect-jira"));
  }

  /** Names in the pod that read http are read like those that were renamed. */
  private static String spelledAlike(Pod pod) {
    return Yaml.text(pod).replace("http-app", "http");
  }

  private void everyInjected(SidecarKind kind, BiConsumer<Pod, Pod> check) {
    var pods = new GeneratedPods(20260324);
    int injected = 0;
    for (int i = 0; i < PODS; i++) {
      Pod sent = pods.next();
      switch (decide(kind, sent)) {
        case Inject(InjectionPlan plan) -> {
          injected++;
          check.accept(sent, injector.inject(sent, plan));
        }
        case Refuse(String message) ->
            assertThat(message).contains("AtlassianApiAuth protect-jira");
        case NotSelected(String why) -> throw new AssertionError("left alone: " + why);
      }
    }
    assertThat(injected).as("pods that were not refused").isGreaterThan(ENOUGH);
  }

  private static InjectionDecision decide(SidecarKind kind, Pod pod) {
    return Resources.decider(kind).decide("atlassian", pod, RESOURCES);
  }
}
