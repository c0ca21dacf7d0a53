package dev.apiauth.operator.render;

import java.util.List;

/**
 * Who reaches a sidecar's admin ports.
 *
 * @param operator the namespace of the operator
 * @param monitoring the namespaces that may scrape metrics
 */
public record Neighbourhood(String operator, List<String> monitoring) {

  /** The list is copied. */
  public Neighbourhood {
    monitoring = List.copyOf(monitoring);
  }
}
