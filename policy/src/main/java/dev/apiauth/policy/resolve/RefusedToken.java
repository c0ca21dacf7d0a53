package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;

/**
 * An issued token that a policy does not accept.
 *
 * @param token the token
 * @param flaw why, for programs
 * @param part what of it is meant: the field of the AtlassianApiToken below {@code spec}, which is
 *     also the key of a Secret that describes a token
 * @param message why, for people
 * @param mend what to do about it, without a full stop
 */
public record RefusedToken(
    IssuedToken token, TokenFlaw flaw, String part, String message, String mend) {

  /** The same as a warning about the policy, which names the token by its id and its source. */
  Problem problem() {
    return Problem.warning(
        "spec.credentials.apiTokens",
        "the API token %s of %s %s".formatted(token.id(), token.source(), message),
        mend);
  }

  /**
   * The same as a warning about the AtlassianApiToken that issues it.
   *
   * @param policy the name of the policy
   */
  public Problem problemOfToken(String policy) {
    return Problem.warning(
        "spec." + part,
        "AtlassianApiAuth %s does not accept the token: it %s".formatted(policy, message),
        mend);
  }
}
