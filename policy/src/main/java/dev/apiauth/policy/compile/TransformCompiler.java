package dev.apiauth.policy.compile;

import dev.apiauth.policy.spec.MapEntrySpec;
import dev.apiauth.policy.spec.TransformSpec;
import dev.apiauth.policy.token.RegexTransform;
import dev.apiauth.policy.token.UsernameTransform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles one change on the way from a claim to a user name. */
final class TransformCompiler {

  private TransformCompiler() {}

  static UsernameTransform compile(TransformSpec transform) {
    return switch (transform.type()) {
      case StripDomain -> new UsernameTransform.StripDomain(Set.copyOf(list(transform.domains())));
      case Lowercase -> new UsernameTransform.Lowercase();
      case Regex -> regex(transform);
      case Map -> new UsernameTransform.StaticMap(names(list(transform.entries())));
    };
  }

  private static UsernameTransform regex(TransformSpec transform) {
    String pattern = Optional.ofNullable(transform.pattern()).orElse("");
    String replacement = Optional.ofNullable(transform.replacement()).orElse("");
    return RegexTransform.of(pattern, replacement);
  }

  private static Map<String, String> names(List<MapEntrySpec> entries) {
    return entries.stream()
        .collect(Collectors.toUnmodifiableMap(MapEntrySpec::from, MapEntrySpec::to));
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
