package dev.apiauth.policy.decide;

import java.util.Optional;

/**
 * Which API tokens a policy accepts, and where.
 *
 * @param header the header field that may carry one, beside Bearer and the password of Basic; the
 *     product never sees it
 * @param tokens the tokens
 */
public record ApiTokenRules(Optional<String> header, ApiTokenIndex tokens) {

  /** None, nowhere. */
  public static final ApiTokenRules NONE = new ApiTokenRules(Optional.empty(), ApiTokenIndex.EMPTY);

  /** Whether the product never sees a header field of that name. */
  public boolean hides(String name) {
    return header.filter(name::equalsIgnoreCase).isPresent();
  }
}
