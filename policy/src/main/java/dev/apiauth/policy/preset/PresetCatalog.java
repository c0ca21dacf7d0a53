package dev.apiauth.policy.preset;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The presets and product profiles that this version ships, by name. Adding a file below {@code
 * presets/} adds an entry.
 *
 * @param providers the provider presets
 * @param products the product profiles
 */
public record PresetCatalog(
    SortedMap<String, ProviderPreset> providers, SortedMap<String, ProductProfile> products) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads the catalog that is packed with this class.
   *
   * @throws UncheckedIOException if a file of the package cannot be read: a broken build
   */
  public static PresetCatalog shipped() {
    try {
      return new PresetCatalog(
          read("providers", ProviderPreset.class, ProviderPreset::name),
          read("products", ProductProfile.class, ProductProfile::name));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped presets cannot be read", e);
    }
  }

  /**
   * This catalog with one more provider, or another one of that name.
   *
   * @param preset the text of its preset file
   * @throws IOException if the text is not one
   */
  public PresetCatalog with(String preset) throws IOException {
    var more = new TreeMap<>(providers);
    ProviderPreset read = YAML.readValue(preset, ProviderPreset.class);
    more.put(read.name(), read);
    return new PresetCatalog(Collections.unmodifiableSortedMap(more), products);
  }

  public Optional<ProviderPreset> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  public Optional<ProductProfile> product(String name) {
    return Optional.ofNullable(products.get(name));
  }

  private static <T> SortedMap<String, T> read(
      String folder, Class<T> type, Function<T, String> name) throws IOException {
    var found = new TreeMap<String, T>();
    for (byte[] file : ShippedFiles.in("presets/" + folder)) {
      T entry = YAML.readValue(file, type);
      found.put(name.apply(entry), entry);
    }
    return Collections.unmodifiableSortedMap(found);
  }
}
