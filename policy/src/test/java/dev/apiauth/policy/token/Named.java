package dev.apiauth.policy.token;

import java.util.Map;
import java.util.Objects;

/** Values that a table refers to by name; a name that is not there is a mistake in the table. */
record Named<T>(Map<String, T> values) {

  T get(String name) {
    return Objects.requireNonNull(values.get(name), () -> "the table names an unknown " + name);
  }
}
