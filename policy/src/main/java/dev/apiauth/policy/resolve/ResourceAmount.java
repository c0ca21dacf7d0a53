package dev.apiauth.policy.resolve;

import java.math.BigDecimal;
import java.util.Map;

/** Reads amounts of resources as Kubernetes writes them, to compare them. */
final class ResourceAmount {

  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "", BigDecimal.ONE,
          "m", new BigDecimal("0.001"),
          "k", BigDecimal.valueOf(1000),
          "M", BigDecimal.valueOf(1000).pow(2),
          "G", BigDecimal.valueOf(1000).pow(3),
          "Ki", BigDecimal.valueOf(1024),
          "Mi", BigDecimal.valueOf(1024).pow(2),
          "Gi", BigDecimal.valueOf(1024).pow(3));

  private ResourceAmount() {}

  /**
   * The amount in processors or bytes.
   *
   * @param text an amount that has passed the schema
   * @throws IllegalArgumentException if it has not
   */
  static BigDecimal parse(String text) {
    String number = text.replaceFirst("[A-Za-z]+$", "");
    BigDecimal unit = UNITS.get(text.substring(number.length()));
    if (unit == null) throw new IllegalArgumentException("not an amount: " + text);
    return new BigDecimal(number).multiply(unit);
  }
}
