package dev.apiauth.testkit.kube.pod;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The images that this node has. There are no others: a container of an unknown image waits with
 * the reason {@code ErrImageNeverPull}.
 */
public final class LocalImages {

  private final Map<String, LocalImage> byName;

  private LocalImages(Map<String, LocalImage> byName) {
    this.byName = byName;
  }

  public static LocalImages none() {
    return new LocalImages(Map.of());
  }

  /**
   * These, and one more.
   *
   * @param name of the repository, {@code atlassian/jira-software}, in any registry and for every
   *     tag and digest; or with a tag, for that one alone
   */
  public LocalImages with(String name, LocalImage image) {
    var more = new LinkedHashMap<>(byName);
    more.put(name, image);
    return new LocalImages(more);
  }

  /** These, and a product that runs as its simulator under the name of its official image. */
  public LocalImages withProduct(ProductImage product) {
    return with(product.name(), product);
  }

  Optional<LocalImage> find(String reference) {
    var tagged = reference.split("@", 2)[0];
    return byName.entrySet().stream()
        .filter(entry -> names(entry.getKey(), tagged) || names(entry.getKey(), untagged(tagged)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Set<String> names() {
    return byName.keySet();
  }

  private static boolean names(String name, String reference) {
    return reference.equals(name) || reference.endsWith("/" + name);
  }

  /** A colon before the last slash belongs to the registry's port. */
  private static String untagged(String reference) {
    int colon = reference.lastIndexOf(':');
    return colon > reference.lastIndexOf('/') ? reference.substring(0, colon) : reference;
  }
}
