package dev.apiauth.operator.wrong;

import dev.apiauth.operator.OperatedNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheApiServerRefusesInTheWordsOfTheFileCheck {

  private static OperatedNamespace cluster;

  @BeforeAll
  static void install() {
    cluster = OperatedNamespace.prepare();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void explore(WrongResource wrong) {
    String uri =
        "/apis/apiauth.dev/v1alpha1/namespaces/%s/atlassianapiauths?dryRun=All&fieldValidation=Strict"
            .formatted(cluster.namespace());
    try {
      String got = cluster.admin().raw(uri, "POST", wrong.in(cluster.namespace()).resource());
      System.out.println("XX " + wrong + " ACCEPTED");
    } catch (KubernetesClientException refused) {
      var status = refused.getStatus();
      if (status == null) {
        System.out.println("XX " + wrong + " " + refused);
        return;
      }
      System.out.println("XX " + wrong + " code " + status.getCode() + " M " + status.getMessage());
      if (status.getDetails() != null)
        status
            .getDetails()
            .getCauses()
            .forEach(
                c ->
                    System.out.println(
                        "XX " + wrong + " CAUSE " + c.getField() + " | " + c.getMessage()));
    }
    wrong
        .problems()
        .forEach(
            p -> System.out.println("XX " + wrong + " CHECK " + p.field() + " | " + p.message()));
  }

  static Stream<WrongResource> rows() {
    return WrongResource.refusedBy("schema", "cel");
  }
}
