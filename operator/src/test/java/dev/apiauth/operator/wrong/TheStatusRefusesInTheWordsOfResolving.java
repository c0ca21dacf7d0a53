package dev.apiauth.operator.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.policy.check.Problem;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What schema and rules cannot see through is applied, and the resource's conditions tell it. */
class TheStatusRefusesInTheWordsOfResolving {

  private static final String CUT = " ...";

  private static OperatedNamespace cluster;

  @BeforeAll
  static void applyAll() {
    cluster = OperatedNamespace.start();
    rows().forEach(row -> cluster.apply(row.yaml()));
    faultyGoldens().forEach(golden -> cluster.apply(golden.resource().yaml()));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void ofARowOfTheTable(WrongResource wrong) {
    List<String> problems = wrong.problemsOfResolving().stream().map(Problem::toString).toList();

    awaitTold(wrong.name(), "Accepted", problems);
    assertThat(cluster.rendered(wrong.name())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultyGoldens")
  void ofAGoldenCase(GoldenProblems golden) {
    awaitTold(golden.name(), "Accepted", golden.problems());
    assertThat(cluster.rendered(golden.name())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldensWithFaultySecrets")
  void ofSecretsThatItRefersTo(GoldenProblems golden) {
    List<Secret> secrets = golden.secrets().stream().map(this::apply).toList();
    cluster.apply(golden.resource().yaml());

    awaitTold(golden.name(), "ResolvedRefs", golden.problems());
    assertThat(cluster.condition(golden.name(), "Accepted"))
        .hasValueSatisfying(accepted -> assertThat(accepted.status()).isEqualTo("True"));
    secrets.forEach(secret -> cluster.admin().resource(secret).delete());
  }

  private Secret apply(String manifest) {
    Secret secret = cluster.admin().getKubernetesSerialization().unmarshal(manifest, Secret.class);
    secret.getMetadata().setNamespace(cluster.namespace());
    return cluster.admin().resource(secret).serverSideApply();
  }

  /** Waits for it: the operator may hear of a resource before it has heard of all Secrets. */
  private static void awaitTold(String resource, String condition, List<String> problems) {
    Eventually.satisfies(
        () -> cluster.condition(resource, condition),
        found -> found.status().equals("False") && tells(found.message(), problems));
  }

  /** All of them in their order and nothing after them, as far as there is room in a message. */
  private static boolean tells(String message, List<String> problems) {
    String all =
        problems.stream()
            .map(problem -> problem.endsWith(".") ? problem : problem + ".")
            .collect(Collectors.joining(" "));
    if (!message.endsWith(CUT)) return message.endsWith(all);
    int begin = message.indexOf(problems.getFirst());
    return begin >= 0 && all.startsWith(message.substring(begin, message.length() - CUT.length()));
  }

  static Stream<WrongResource> rows() {
    return WrongResource.refusedBy("resolve").map(WrongResource::alone);
  }

  static Stream<GoldenProblems> faultyGoldens() {
    return GoldenProblems.of("ERROR");
  }

  static Stream<GoldenProblems> goldensWithFaultySecrets() {
    return GoldenProblems.of("WARNING")
        .map(GoldenProblems::aboutSecrets)
        .filter(golden -> !golden.problems().isEmpty() && !golden.needsGeneratedKeys());
  }
}
