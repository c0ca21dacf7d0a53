package dev.apiauth.sidecar.explain;

import java.util.Optional;
import java.util.Set;

/**
 * What the product is taken to say, where it would be asked and is not.
 *
 * @param user whom it names for a token or session of its own; empty: that stays unknown
 * @param groups in which of its groups that user is, or the user of a token on file; empty: that
 *     stays unknown
 */
public record ProductsWord(Optional<String> user, Optional<Set<String>> groups) {

  /** The set is copied. */
  public ProductsWord {
    groups = groups.map(Set::copyOf);
  }
}
