package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.product.site.Product;
import java.util.Locale;

/** A product of the playground. */
public enum Example {
  JIRA(Product.JIRA),
  CONFLUENCE(Product.CONFLUENCE),
  BITBUCKET(Product.BITBUCKET);

  private final Product product;

  Example(Product product) {
    this.product = product;
  }

  public Product product() {
    return product;
  }

  /** Its resource's name, the audience of its tokens, and the value of its vault's label. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return key().substring(0, 1).toUpperCase(Locale.ROOT) + key().substring(1);
  }
}
