package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Quantities in the spelling that the API server keeps: the largest unit without a fraction, so
 * that 1024Mi is 1Gi and 0.5 is 500m (Kubernetes' API reference, Quantity).
 *
 * <p>Written otherwise, a pod that came back from the API server would differ from what is injected
 * again.
 */
final class CanonicalQuantity {

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final List<Unit> BINARY =
      Stream.iterate(6, power -> power > 0, power -> power - 1)
          .map(power -> new Unit(KIBI.pow(power), "KMGTPE".charAt(power - 1) + "i"))
          .toList();
  private static final List<Unit> DECIMAL =
      List.of(
          Unit.ofTen(18, "E"),
          Unit.ofTen(15, "P"),
          Unit.ofTen(12, "T"),
          Unit.ofTen(9, "G"),
          Unit.ofTen(6, "M"),
          Unit.ofTen(3, "k"),
          Unit.ofTen(0, ""),
          Unit.ofTen(-3, "m"),
          Unit.ofTen(-6, "u"));

  /** A nanounit, the finest that there is: what is finer is rounded up. */
  private static final Unit FINEST = Unit.ofTen(-9, "n");

  private CanonicalQuantity() {}

  private record Unit(BigDecimal size, String suffix) {

    static Unit ofTen(int power, String suffix) {
      return new Unit(BigDecimal.ONE.scaleByPowerOfTen(power), suffix);
    }

    boolean divides(BigDecimal value) {
      return value.remainder(size).signum() == 0;
    }

    Quantity write(BigDecimal value) {
      return new Quantity(
          value.divide(size, 0, RoundingMode.CEILING).toBigInteger().toString(), suffix);
    }
  }

  /** The same amount. */
  static Quantity of(Quantity quantity) {
    BigDecimal value = quantity.getNumericalAmount();
    if (value.signum() == 0) return new Quantity("0");
    return units(quantity, value)
        .filter(unit -> unit.divides(value))
        .findFirst()
        .orElse(FINEST)
        .write(value);
  }

  /** Below 1024 the API server leaves binary units for decimal ones. */
  private static Stream<Unit> units(Quantity quantity, BigDecimal value) {
    boolean binary = quantity.getFormat().endsWith("i") && value.abs().compareTo(KIBI) >= 0;
    return binary ? Stream.concat(BINARY.stream(), Stream.of(Unit.ofTen(0, ""))) : DECIMAL.stream();
  }
}
