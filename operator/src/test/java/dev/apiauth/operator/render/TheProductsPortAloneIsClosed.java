package dev.apiauth.operator.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pairs of {@code ports/}: a StatefulSet ({@code name.in.yaml}) and its NetworkPolicy ({@code
 * name.out.yaml}). A new case is two files; {@code -Dgolden=write} writes the second.
 */
class TheProductsPortAloneIsClosed {

  private static final Path PAIRS =
      Path.of("src", "test", "resources", "dev", "apiauth", "operator", "render", "ports");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private final ClosedProductPort closed =
      new ClosedProductPort(new Neighbourhood("apiauth-system", List.of("monitoring")));

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(PAIRS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".in.yaml"))
          .map(name -> name.substring(0, name.length() - ".in.yaml".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void andEveryOtherStaysAsItWas(String name) throws IOException {
    StatefulSet workload =
        YAML.unmarshal(Files.readString(PAIRS.resolve(name + ".in.yaml")), StatefulSet.class);
    Optional<String> container =
        Optional.ofNullable(workload.getMetadata().getAnnotations())
            .map(annotations -> annotations.get("test/container"));

    String rendered = YAML.asYaml(closed.render("jira", workload, container));

    Path expected = PAIRS.resolve(name + ".out.yaml");
    if ("write".equals(System.getProperty("golden"))) Files.writeString(expected, rendered);
    assertThat(rendered).isEqualTo(Files.readString(expected));
  }

  @Test
  void theListenerIsOpenToEverybodyAndTheChannelToTheOperatorAlone() throws IOException {
    NetworkPolicy policy =
        closed.render(
            "jira",
            YAML.unmarshal(Files.readString(PAIRS.resolve("jira.in.yaml")), StatefulSet.class),
            Optional.empty());

    assertThat(policy.getSpec().getIngress())
        .filteredOn(rule -> rule.getFrom().isEmpty())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .contains(15080)
        .doesNotContain(8080, 15081, 15082);
    assertThat(policy.getSpec().getIngress())
        .filteredOn(
            rule -> rule.getPorts().stream().anyMatch(port -> port.getPort().getIntVal() == 15082))
        .flatExtracting(rule -> rule.getFrom())
        .extracting(peer -> peer.getNamespaceSelector().getMatchLabels())
        .containsExactly(java.util.Map.of("kubernetes.io/metadata.name", "apiauth-system"));
  }
}
