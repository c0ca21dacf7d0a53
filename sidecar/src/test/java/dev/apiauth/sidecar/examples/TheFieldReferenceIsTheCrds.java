package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables in {@code docs/resource.md} and beside it say what the committed CRDs say. {@code
 * -Ddocs=write} writes them anew.
 */
class TheFieldReferenceIsTheCrds {

  private static final String BEGIN =
      "<!-- from the CRD: -Dtest=TheFieldReferenceIsTheCrds -Ddocs=write -->\n";

  @ParameterizedTest
  @CsvSource({
    "docs/resource.md, atlassianapiauths",
    "docs/api-token-resource.md, atlassianapitokens"
  })
  void inEveryWord(String file, String plural) throws IOException {
    String page = Checkout.text(file);
    assertThat(page).contains(BEGIN);
    String wanted =
        page.substring(0, page.indexOf(BEGIN))
            + BEGIN
            + FieldReference.ofCommittedCrd(plural).markdown();

    if ("write".equals(System.getProperty("docs")))
      Files.writeString(Checkout.root().resolve(file), wanted);

    assertThat(Checkout.text(file)).isEqualTo(wanted);
  }
}
