package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right-hand side is what a real API server answered. */
class QuantitiesAreSpelledAsTheApiServerKeepsThem {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "100m, 100m",
    "1000m, 1",
    "0.5, 500m",
    "1.5, 1500m",
    "2, 2",
    "0, 0",
    "0.0001, 100u",
    "256Mi, 256Mi",
    "1024Mi, 1Gi",
    "1.5Gi, 1536Mi",
    "2048Ki, 2Mi",
    "0.5Ki, 512",
    "300M, 300M",
    "1000k, 1M",
    "1500M, 1500M",
    "0.3G, 300M",
    "134217728, 134217728",
    "5000000, 5M"
  })
  void inTheLargestUnitWithoutAFraction(String written, String kept) {
    Quantity canonical = CanonicalQuantity.of(Quantity.parse(written));

    assertThat(canonical).hasToString(kept);
    assertThat(CanonicalQuantity.of(canonical)).hasToString(kept);
  }
}
