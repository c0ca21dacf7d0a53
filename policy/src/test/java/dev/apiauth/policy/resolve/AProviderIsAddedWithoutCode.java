package dev.apiauth.policy.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The measure of the presets: {@code docs/contributing/add-a-provider.md} adds one that does not
 * exist, and this test does what it says, with the files that stand in it.
 */
class AProviderIsAddedWithoutCode {

  private static final Path PAGE =
      DocumentedResource.docs().resolve("contributing/add-a-provider.md");

  @Test
  void theShippedCatalogDoesNotKnowIt() {
    assertThat(PresetCatalog.shipped().provider("Acme")).isEmpty();
    assertThat(resource().resolved(PresetCatalog.shipped()))
        .isInstanceOfSatisfying(
            Resolution.Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().message())
                    .contains("there is no preset \"Acme\""));
  }

  @Test
  void itsPresetAndAResourceBecomeAPolicy() throws IOException {
    ProviderDocument acme = published().document().providers().getFirst();

    assertThat(acme.prefixes()).containsExactly("acme_");
    assertThat(acme.verification())
        .isInstanceOfSatisfying(
            VerificationDocument.Check.class,
            check -> assertThat(check.call().url()).isEqualTo("https://acme.example/oauth/check"));
    assertThat(acme.lookups()).extracting(LookupDocument::name).containsExactly("companies");
    assertThat(published().secrets().ofClient("acme")).contains("s3cret");
  }

  /** A token goes to it by its prefix, and is proven by asking. */
  @Test
  void andThePolicyCanBeEnforced() throws IOException {
    assertThat(resource().compiled(catalog()))
        .isInstanceOfSatisfying(
            Compilation.Compiled.class,
            compiled ->
                assertThat(compiled.policy().providers().get("acme"))
                    .satisfies(
                        acme ->
                            assertThat(acme.verification())
                                .isInstanceOf(Verification.ByAsking.class)));
  }

  private static PolicySet published() throws IOException {
    return ((Resolution.Resolved) resource().resolved(catalog())).set();
  }

  private static PresetCatalog catalog() throws IOException {
    List<String> presets =
        DocumentedResource.blocks(PAGE).stream()
            .filter(block -> block.contains("\nname: Acme\n"))
            .toList();
    assertThat(presets).hasSize(1);
    return PresetCatalog.shipped().with(presets.getFirst());
  }

  private static DocumentedResource resource() {
    return DocumentedResource.of(PAGE).findFirst().orElseThrow();
  }
}
