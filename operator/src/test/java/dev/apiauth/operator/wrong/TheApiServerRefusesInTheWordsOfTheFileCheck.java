package dev.apiauth.operator.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.wrong.Refusal.Complaint;
import dev.apiauth.policy.check.Problem;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of the table that schema and rules refuse, with strict validation. What a client makes
 * of a malformed file before the API server hears of it is not here.
 */
class TheApiServerRefusesInTheWordsOfTheFileCheck {

  private static final String NO_DURATION =
      "type conversion error from 'string' to 'google.protobuf.Duration'";

  /** Rows of which the API server also says this, where the file check leaves it at the cause. */
  private static final Map<String, String> SAID_BESIDES =
      Map.of(
          "maxLifetime-malformed", NO_DURATION,
          "refreshInterval-malformed", NO_DURATION,
          "refreshInterval-empty", NO_DURATION,
          "mode-is-a-boolean", "Unsupported value: false");

  /** Rows that the API server refuses before it comes to what the file check says. */
  private static final Map<String, String> SAID_INSTEAD =
      Map.of(
          "metadata-namespace-malformed", "does not match the namespace sent on the request",
          "providers-is-an-object", "unknown field \"spec.providers.");

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
  void asFarAsBothSpeak(WrongResource wrong) {
    Refusal refusal = refusalOf(wrong.in(cluster.namespace()));
    List<Problem> problems = wrong.problemsOfTheFile();

    assertThat(refusal.complaints())
        .isNotEmpty()
        .allMatch(complaint -> isExpected(wrong.name(), complaint, problems));
    assertThat(problems).allMatch(refusal::saysOrLeavesOut);
  }

  private static boolean isExpected(String row, Complaint complaint, List<Problem> problems) {
    String instead = SAID_INSTEAD.get(row);
    if (instead != null) return complaint.message().contains(instead);
    String besides = SAID_BESIDES.get(row);
    return problems.stream().anyMatch(complaint::isThatOf)
        || (besides != null && complaint.message().contains(besides));
  }

  private static Refusal refusalOf(WrongResource wrong) {
    String uri =
        "/apis/apiauth.dev/v1alpha1/namespaces/%s/atlassianapiauths?dryRun=All&fieldValidation=Strict"
            .formatted(cluster.namespace());
    return Refusal.of(
        catchThrowableOfType(
                KubernetesClientException.class,
                () -> cluster.admin().raw(uri, "POST", wrong.resource()))
            .getStatus());
  }

  static Stream<WrongResource> rows() {
    return WrongResource.refusedBy("schema", "cel");
  }
}
