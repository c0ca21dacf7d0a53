package dev.apiauth.crd.generate;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The columns of {@code kubectl get}, which tell a story and so have an order. */
final class PrinterColumns {

  private PrinterColumns() {}

  /** The order in which a resource declares them. */
  static Comparator<CustomResourceColumnDefinition> asDeclared(Class<?> resource) {
    List<String> names =
        Arrays.stream(resource.getAnnotationsByType(AdditionalPrinterColumn.class))
            .map(AdditionalPrinterColumn::name)
            .toList();
    return Comparator.comparingInt(column -> names.indexOf(column.getName()));
  }
}
