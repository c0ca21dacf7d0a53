package dev.apiauth.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheExamplesHaveNoErrors {

  /** Beside a policy that takes API tokens there is nothing to say about those of the examples. */
  @Test
  void tokensBesideTheirPolicy() {
    Path policy = Checkout.file("examples/cluster/jira.yaml");
    Path tokens = Checkout.file("examples/api-tokens");

    Run run =
        Run.apiauth(
            "lint",
            policy.toString(),
            tokens.resolve("user.yaml").toString(),
            tokens.resolve("service-read-only.yaml").toString(),
            tokens.resolve("rotation.yaml").toString(),
            "--egress-allow",
            "http://127.0.0.1:18180");

    assertThat(run.out().lines().filter(line -> line.contains("api-tokens/"))).isEmpty();
    assertThat(run.out()).contains("4 checked: 0 errors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cognito.yaml",
        "oidc.yaml",
        "jwt-inline-keys.yaml",
        "cluster/jira.yaml",
        "standalone/confluence.yaml",
        "providers/aws-cognito.yaml",
        "providers/github.yaml",
        "providers/keycloak.yaml",
        "providers/okta.yaml"
      })
  void withTheirSecrets(String example) {
    Run run =
        Run.apiauth(
            "lint",
            Checkout.file("examples/" + example).toString(),
            "--secrets",
            Checkout.file("examples/secrets").toString(),
            "--egress-allow",
            "http://127.0.0.1:18180");

    assertThat(run.out()).doesNotContain(": error: ").contains(": 0 errors");
    assertThat(run.exit()).isZero();
  }
}
