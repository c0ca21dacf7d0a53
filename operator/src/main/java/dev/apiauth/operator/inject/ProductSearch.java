package dev.apiauth.operator.inject;

import dev.apiauth.operator.inject.Judged.Found;
import dev.apiauth.policy.spec.TargetRef;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the product in a pod: the container that the resource names, else the only one with a port
 * named http. Never by a product's name: charts may name its container after the release.
 */
final class ProductSearch {

  private ProductSearch() {}

  /**
   * Searches.
   *
   * @param contents of the pod without our parts
   */
  static Judged<Product> in(PodContents contents, TargetRef target) {
    String named = target.container();
    return named == null ? onlyOne(contents.containers()) : named(contents.containers(), named);
  }

  private static Judged<Product> named(List<Container> containers, String name) {
    return containers.stream()
        .filter(container -> container.getName().equals(name))
        .findFirst()
        .map(ProductSearch::withPort)
        .orElseGet(
            () ->
                Judged.obstructed(
                    "It has no container %s, which spec.targetRef.container names. Name the product's container so."
                        .formatted(name)));
  }

  private static Judged<Product> withPort(Container container) {
    return HttpPorts.of(container)
        .<Judged<Product>>map(port -> new Found<>(new Product(container, port)))
        .orElseGet(
            () ->
                Judged.obstructed(
                    "The container %s has no TCP port named http. Give the product's port this name, and let Services use it."
                        .formatted(container.getName())));
  }

  private static Judged<Product> onlyOne(List<Container> containers) {
    List<Container> serving =
        containers.stream().filter(one -> HttpPorts.of(one).isPresent()).toList();
    return switch (serving.size()) {
      case 1 -> withPort(serving.getFirst());
      case 0 ->
          Judged.obstructed(
              "No container has a TCP port named http. Give the product's port this name, and let"
                  + " Services use it.");
      default ->
          Judged.obstructed(
              "The containers %s all have a port named http. Rename the ports that are not the product's, or name the product's container in spec.targetRef.container of a new resource."
                  .formatted(
                      serving.stream().map(Container::getName).collect(Collectors.joining(", "))));
    };
  }
}
