package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.provider.ProviderPlayground;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program behind {@code ./quickstart --provider NAME}, from the examples as they stand, for
 * each way in which tokens are proven. It judges each of its calls itself.
 */
class TheQuickstartTriesProviders {

  @ParameterizedTest
  @CsvSource({
    "keycloak, (22 characters), Keycloak itself answers: a real one",
    "okta,     a JWT, 'A stand-in answers, not the provider: this machine''s own servers for"
        + " example-corp.okta.com'",
    "github,   0c1e2d3a4b...8f90, 'A stand-in answers, not the provider: this machine''s own"
        + " servers for api.github.com'"
  })
  void everyCallComesToWhatItMust(
      String name, String shown, String whatAnswers, @TempDir Path folder) {
    var told = new ByteArrayOutputStream();

    int exit = ProviderPlayground.run(words(name, folder), screen(told));

    String text = told.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(text).isZero();
    assertThat(text)
        .contains("The resource: examples/providers/" + name + ".yaml", "    apiVersion: ")
        .contains(shown, whatAnswers, "acted as alice")
        .doesNotContain("keeps-this-secret", "0c1e2d3a4b5c6d7e8f900c1e2d3a4b5c6d7e8f90");
  }

  private static List<String> words(String name, Path folder) {
    return List.of(Checkout.root().toString(), ShippedClassPath.fileIn(folder).toString(), name);
  }

  private static Screen screen(ByteArrayOutputStream told) {
    return new Screen(new PrintStream(told, true, StandardCharsets.UTF_8), Screen.Style.PLAIN);
  }
}
