package dev.apiauth.operator.inject;

import dev.apiauth.operator.inject.Judged.Found;
import dev.apiauth.operator.inject.Setting.Absent;
import dev.apiauth.operator.inject.Setting.Elsewhere;
import dev.apiauth.operator.inject.Setting.Literal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads from a pod below which path its product serves. A wrong path would let API calls pass as
 * pages, so what is set and cannot be read is an obstacle rather than a guess.
 *
 * <p>Where the container sets nothing, its readiness probe tells: the charts point it at the
 * product's status below the context path.
 */
final class PodContextPath {

  private static final Pattern SHAPE = Pattern.compile("^/([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?$");
  private static final int LONGEST = 253;

  /** Bamboo's, and everybody else's. */
  private static final Pattern STATUS = Pattern.compile("^(.*?)(/rest/api/latest)?/status$");

  private PodContextPath() {}

  static Judged<Optional<String>> of(Product product) {
    return ProxySettings.FAMILIES.stream()
        .map(ProxySettings::contextPath)
        .filter(name -> !(Setting.of(product.container(), name) instanceof Absent))
        .findFirst()
        .map(name -> fromSetting(product, name))
        .orElseGet(() -> new Found<>(fromProbe(product)));
  }

  private static Judged<Optional<String>> fromSetting(Product product, String name) {
    return switch (Setting.of(product.container(), name)) {
      case Absent() -> new Found<>(Optional.empty());
      case Literal(String value) -> literal(name, value);
      case Elsewhere() ->
          Judged.obstructed(
              "The context path is not in the pod: the value of %s comes from elsewhere. Write it into spec.upstream.contextPath of the resource."
                  .formatted(name));
    };
  }

  private static Judged<Optional<String>> literal(String name, String value) {
    Optional<String> path = shaped(value);
    return path.isPresent()
        ? new Found<>(path)
        : Judged.obstructed(
            "The value of %s is no context path that apiauth could guard. Use letters, digits, dots, dashes and underscores between single slashes."
                .formatted(name));
  }

  private static Optional<String> fromProbe(Product product) {
    return Optional.ofNullable(product.container().getReadinessProbe())
        .map(probe -> probe.getHttpGet())
        .filter(get -> get.getPath() != null && PortNames.leadTo(get.getPort(), product.port()))
        .map(get -> STATUS.matcher(get.getPath()))
        .filter(status -> status.matches())
        .flatMap(status -> shaped(status.group(1)));
  }

  /** As Tomcat takes it: with a slash before it and none after it. */
  private static Optional<String> shaped(String text) {
    String path = (text.startsWith("/") ? text : "/" + text).replaceAll("(?<=.)/$", "");
    return Optional.of(path)
        .filter(one -> one.length() <= LONGEST)
        .filter(SHAPE.asMatchPredicate());
  }
}
