package dev.apiauth.testkit.playground.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAreThoseOfTheExamples {

  private static final Path CHECKOUT = Path.of(System.getProperty("apiauth.root", ".."));

  @Test
  void eachHasAFileAndEachFileIsOne() throws Exception {
    try (var files = Files.list(CHECKOUT.resolve("examples/providers"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(ProviderName.pages());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "entra-id,   ENTRA_ID",
    "EntraId,    ENTRA_ID",
    "AzureAdB2C, AZURE_AD_B2C",
    "AwsCognito, AWS_COGNITO",
    "GITHUB,     GITHUB",
    "Oidc,       OIDC"
  })
  void thePresetsOwnSpellingIsUnderstoodToo(String spelled, ProviderName expected) {
    assertThat(ProviderName.spelled(spelled)).contains(expected);
  }

  @Test
  void anotherNameStartsNothing(@TempDir Path folder) throws Exception {
    Path classPath = Files.writeString(folder.resolve("classpath"), "none");
    var told = new ByteArrayOutputStream();
    var screen =
        new Screen(new PrintStream(told, true, StandardCharsets.UTF_8), Screen.Style.PLAIN);

    int exit =
        ProviderPlayground.run(List.of(folder.toString(), classPath.toString(), "auth0"), screen);

    assertThat(exit).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .startsWith("No preset is called auth0. There are entra-id, azure-ad-b2c, keycloak")
        .endsWith("discord.\n");
    assertThat(folder.resolve("target")).doesNotExist();
  }
}
