package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.site.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RemoteIpValve: on Confluence and Bitbucket whatever a sidecar forwards is believed, Jira looks
 * away.
 */
class TheProductBelievesItsProxy {

  @ParameterizedTest
  @CsvSource({
    "JIRA, 127.0.0.1, http",
    "CONFLUENCE, 203.0.113.7, https",
    "BITBUCKET, 203.0.113.7, https"
  })
  void asItsServerXmlSays(Product product, String remoteAddress, String scheme) {
    try (var running = ProductSimulator.of(product).start()) {
      new Asked(running)
          .get("/status", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https");

      assertThat(running.seen())
          .singleElement()
          .satisfies(
              seen -> {
                assertThat(seen.remoteAddress()).isEqualTo(remoteAddress);
                assertThat(seen.scheme()).isEqualTo(scheme);
                assertThat(seen.header("x-forwarded-for")).hasValue("203.0.113.7");
              });
    }
  }
}
