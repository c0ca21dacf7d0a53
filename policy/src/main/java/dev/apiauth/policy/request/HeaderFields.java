package dev.apiauth.policy.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The field lines of a message in the order in which they came. Names are compared without case.
 */
public interface HeaderFields {

  /** All field lines, in order. */
  Stream<HeaderField> lines();

  /** The values of every line of that name, in order; empty if there is none. */
  List<String> all(String name);

  /** The value of the first line of that name. Where a second one matters, ask {@link #all}. */
  Optional<String> first(String name);

  /** Whether there is a line of that name. */
  default boolean has(String name) {
    return first(name).isPresent();
  }

  /** Field lines from a list; for tests, explanations and small messages. */
  static HeaderFields of(List<HeaderField> lines) {
    return new ListedHeaderFields(List.copyOf(lines));
  }
}
