package dev.apiauth.operator.tokens.decide;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;

/** How the policy is that a token names. */
public sealed interface PolicyState {

  /** There is none of that name. */
  record Missing() implements PolicyState {}

  /** Its spec is not accepted, or not yet; the last good one may be in force. */
  record NotAccepted() implements PolicyState {}

  /**
   * It is accepted.
   *
   * @param spec what its author wrote
   */
  record Accepted(AtlassianApiAuthSpec spec) implements PolicyState {}
}
