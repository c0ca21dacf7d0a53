package dev.apiauth.operator.inject;

import dev.apiauth.operator.inject.Setting.Absent;
import dev.apiauth.operator.inject.Setting.Elsewhere;
import dev.apiauth.operator.inject.Setting.Literal;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads from a pod how the world reaches its product. Only a host that stands there as it is tells
 * something: charts set the scheme to https whether or not there is an ingress.
 */
final class PodExternalBase {

  /** The images' own defaults (their README files). */
  private static final String USUAL_SCHEME = "http";

  private static final Pattern SHAPE = Pattern.compile("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$");

  private PodExternalBase() {}

  static Optional<String> of(Container container) {
    return ProxySettings.FAMILIES.stream()
        .flatMap(names -> of(container, names).stream())
        .findFirst();
  }

  private static Optional<String> of(Container container, ProxySettings names) {
    return value(container, names.host(), "")
        .filter(host -> !host.isEmpty())
        .flatMap(
            host ->
                value(container, names.scheme(), USUAL_SCHEME)
                    .flatMap(
                        scheme ->
                            value(container, names.port(), "")
                                .map(port -> join(scheme, host, port))))
        .filter(SHAPE.asMatchPredicate());
  }

  private static String join(String scheme, String host, String port) {
    boolean usual = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }

  private static Optional<String> value(Container container, String name, String otherwise) {
    return switch (Setting.of(container, name)) {
      case Absent() -> Optional.of(otherwise);
      case Literal(String value) -> Optional.of(value.isEmpty() ? otherwise : value);
      case Elsewhere() -> Optional.empty();
    };
  }
}
