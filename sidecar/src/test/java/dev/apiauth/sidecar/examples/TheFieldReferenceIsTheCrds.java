package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The tables in {@code docs/resource.md} say what the committed CRD says. {@code -Ddocs=write}
 * writes them anew.
 */
class TheFieldReferenceIsTheCrds {

  private static final String PAGE = "docs/resource.md";
  private static final String BEGIN =
      "<!-- from the CRD: -Dtest=TheFieldReferenceIsTheCrds -Ddocs=write -->\n";

  @Test
  void inEveryWord() throws IOException {
    String page = Checkout.text(PAGE);
    assertThat(page).contains(BEGIN);
    String wanted =
        page.substring(0, page.indexOf(BEGIN)) + BEGIN + FieldReference.ofCommittedCrd().markdown();

    if ("write".equals(System.getProperty("docs")))
      Files.writeString(Checkout.root().resolve(PAGE), wanted);

    assertThat(Checkout.text(PAGE)).isEqualTo(wanted);
  }
}
