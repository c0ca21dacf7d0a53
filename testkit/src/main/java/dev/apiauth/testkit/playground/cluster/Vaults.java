package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cluster.ProductVault;
import dev.apiauth.testkit.playground.Example;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Each product's personal access tokens: the product knows them, and a Secret has them on file. */
final class Vaults {

  private final Map<Example, ProductVault> vaults = new EnumMap<>(Example.class);

  Vaults() {
    for (Example example : Example.values())
      vaults.put(example, ProductVault.of(example.product()));
  }

  ProductVault of(Example example) {
    return Objects.requireNonNull(vaults.get(example));
  }
}
