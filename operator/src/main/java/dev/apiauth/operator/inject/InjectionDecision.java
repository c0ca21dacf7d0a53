package dev.apiauth.operator.inject;

/** What is to become of a pod that is created. */
public sealed interface InjectionDecision {

  /**
   * No resource protects it.
   *
   * @param why a phrase for the debug log
   */
  record NotSelected(String why) implements InjectionDecision {}

  /** The sidecar goes in. */
  record Inject(InjectionPlan plan) implements InjectionDecision {}

  /**
   * A resource protects it, and the sidecar cannot go in or would guard nothing. Such a pod must
   * not run.
   *
   * @param message every reason, each with what to change
   */
  record Refuse(String message) implements InjectionDecision {}
}
