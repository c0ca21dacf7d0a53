package dev.apiauth.operator.health;

import java.util.Optional;

/** One thing that must be well. Called often, by several threads; must not block. */
@FunctionalInterface
public interface Check {

  /** What is wrong, in a sentence; empty if nothing is. */
  Optional<String> complaint();
}
