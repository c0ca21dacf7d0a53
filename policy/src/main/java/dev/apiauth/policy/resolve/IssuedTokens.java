package dev.apiauth.policy.resolve;

import java.util.List;

/** The API tokens that were issued by resources for the resource that is resolved. */
@FunctionalInterface
public interface IssuedTokens {

  /** No tokens at all. */
  IssuedTokens NONE = List::of;

  /** All of them, in any order; none is left out because it has ended or is not valid yet. */
  List<IssuedToken> all();
}
