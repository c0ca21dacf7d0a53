package dev.apiauth.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheExamplesHaveNoErrors {

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
