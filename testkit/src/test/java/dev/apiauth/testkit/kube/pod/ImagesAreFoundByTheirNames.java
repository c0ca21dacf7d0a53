package dev.apiauth.testkit.kube.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.site.Product;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesAreFoundByTheirNames {

  private static final ProductImage BITBUCKET =
      new ProductImage(Product.BITBUCKET, List.of("alice"), Map.of("planted", "alice"));

  private static final LocalImages IMAGES =
      LocalImages.none().withProduct(BITBUCKET).with("apiauth/sidecar:1", LocalImage.ownCommand());

  @ParameterizedTest
  @CsvSource({
    "atlassian/bitbucket, true",
    "atlassian/bitbucket:9.4.16, true",
    "images.example/atlassian/bitbucket:9.4.16, true",
    "registry:5000/atlassian/bitbucket, true",
    "atlassian/bitbucket:9.4@sha256:00, true",
    "atlassian/bitbucket-mesh:9.4, false",
    "notatlassian/bitbucket, false",
    "apiauth/sidecar:1, true",
    "apiauth/sidecar:2, false",
    "apiauth/sidecar, false"
  })
  void inAnyRegistryAndForEveryTagUnlessOneIsNamed(String reference, boolean known) {
    assertThat(IMAGES.find(reference).isPresent()).isEqualTo(known);
  }

  @Test
  void aProductListensWhereTheChartsSay() {
    assertThat(commandLine(Map.of("SERVER_PORT", "7991", "SERVER_CONTEXT_PATH", "/git")))
        .containsSubsequence("--listen", "0.0.0.0", "--port", "7991", "--context-path", "/git")
        .containsSubsequence("--user", "alice", "--token", "alice:planted");
  }

  @Test
  void andOtherwiseOnItsContainersPort() {
    assertThat(commandLine(Map.of())).containsSubsequence("--port", "7990", "--context-path", "/");
  }

  private static List<String> commandLine(Map<String, String> environment) {
    var container = new ContainerBuilder().addNewPort().withContainerPort(7990).endPort().build();
    return BITBUCKET.commandLine(new ContainerCall(container, List.of(), List.of(), environment));
  }
}
