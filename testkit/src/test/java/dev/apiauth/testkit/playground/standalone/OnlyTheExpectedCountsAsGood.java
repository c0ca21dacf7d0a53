package dev.apiauth.testkit.playground.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.process.LoggedProcess;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.product.site.Product;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The playground judges itself; here a product without any sidecar lets through what it must not.
 */
class OnlyTheExpectedCountsAsGood {

  private static final RunningProduct JIRA =
      ProductSimulator.of(Product.JIRA).withUser("alice", "secret").start();

  @AfterAll
  static void stop() {
    JIRA.close();
  }

  @Test
  void aRefusedCallThatReachedTheProductIsBad() throws IOException {
    Row row = call(Expected.refused(200));

    assertThat(row.status()).isEqualTo(200);
    assertThat(row.asExpected()).isFalse();
    assertThat(row.product()).isEqualTo("acted as anonymous");
  }

  @Test
  void theRightStatusAsTheWrongUserIsBad() throws IOException {
    assertThat(call(Expected.as("alice", 200)).asExpected()).isFalse();
    assertThat(call(Expected.as("anonymous", 200)).asExpected()).isTrue();
  }

  private static Row call(Expected expected) throws IOException {
    URI address = JIRA.baseUri();
    var nobody = new LoggedProcess("sidecar", finished(), Path.of("no.log"));
    var stand =
        new StandaloneStand(
            Example.JIRA, JIRA, nobody, address, address, new EditedFile(Path.of("no.yaml")));
    return new Attempt(
            stand, "serverInfo", "nobody", expected, client -> client.get("/rest/api/2/serverInfo"))
        .make();
  }

  private static Process finished() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
