package dev.apiauth.policy.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an absent field: schema defaults do not reach into absent parents, so records
 * apply them too.
 */
final class Defaults {

  private Defaults() {}

  static <T> T orElse(@Nullable T value, T byDefault) {
    return value == null ? byDefault : value;
  }

  static <T> List<T> list(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }

  static Map<String, String> map(@Nullable Map<String, String> value) {
    return value == null ? Map.of() : Map.copyOf(value);
  }
}
