package dev.apiauth.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three products, protected by one resource each; {@code kubectl wait} says when. */
class TheGuideWorksThroughInjectedPods {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();

  @BeforeAll
  static void deploy() {
    for (Product product : Product.values()) TEAM.deploy(product);
    for (Product product : Product.values()) TEAM.awaitCondition(product, "Ready", "True");
  }

  @ParameterizedTest
  @CsvSource({
    "JIRA, /rest/api/2/project",
    "CONFLUENCE, /confluence/rest/api/content/",
    "BITBUCKET, /rest/api/1.0/dashboard/pull-requests"
  })
  void aTokenWorksAndAPasswordDoesNot(Product product, String path) {
    Client client = TEAM.client(product);
    String token = CLUSTER.keycloak().tokenByAuthorizationCode("alice");

    assertThat(client.get(path).bearer(token).send().status()).isEqualTo(200);
    assertThat(client.get(path).send().status()).isEqualTo(401);
    assertThat(client.get(path).basic("alice", "anything").send().status()).isEqualTo(403);
  }
}
