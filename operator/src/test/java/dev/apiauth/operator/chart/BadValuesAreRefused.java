package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.tool.ToolResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is installed that would leave a product open or a cluster stuck, and the reason is said.
 */
class BadValuesAreRefused {

  private final Chart chart = new Chart();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          watchNamespaces=null             | name the namespaces of your products
          watchNamespaces={kube-system}    | kube-system belongs to Kubernetes
          watchNamespaces={a,kube-public}  | kube-public belongs to Kubernetes
          watchNamespaces={apiauth-system} | is the namespace of this release
          watchNamespaces={*}              | /watchNamespaces/0
          watchNamespaces={a,a}            | /watchNamespaces
          watchNamespaces=a                | /watchNamespaces
          """)
  void namespaces(String setting, String said) {
    assertThat(refused("--set", setting)).contains(said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          watchNamespace={a}                       | watchNamespace
          webhook.failurePolicy=Ignore             | failurePolicy
          webhook.timeoutSeconds=30                | /webhook/timeoutSeconds
          webhook.url=https://127.0.0.1:9443       | only for an operator that runs elsewhere
          operator.deploy=false                    | webhook.url
          nativeSidecars=auto                      | /nativeSidecars
          replicas=0                               | /replicas
          image.sidecar.tag=latest                 | /image/sidecar/tag
          image.operator.digest=sha256:12          | /image/operator/digest
          egress.allow={10.0.0.0}                  | /egress/allow/0
          egress.allow={ftp://keycloak}            | /egress/allow/0
          resources.limits=null                    | limits
          podLabels.app\\.kubernetes\\.io/name=mine | app.kubernetes.io/name
          """)
  void everythingElse(String setting, String said) {
    assertThat(refused("--set", "watchNamespaces={atlassian}", "--set", setting)).contains(said);
  }

  @Test
  void anOperatorElsewhereMustBeReachedByTls() {
    assertThat(
            refused(
                "--set",
                "watchNamespaces={atlassian}",
                "--set",
                "operator.deploy=false",
                "--set",
                "webhook.url=http://127.0.0.1:9443/inject"))
        .contains("/webhook/url");
  }

  private String refused(String... values) {
    ToolResult result = chart.attempt(values);
    assertThat(result.succeeded()).as(result.stdout()).isFalse();
    return result.stderr();
  }
}
