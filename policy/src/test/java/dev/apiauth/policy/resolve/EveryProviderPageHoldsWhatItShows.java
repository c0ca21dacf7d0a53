package dev.apiauth.policy.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.Severity;
import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProviderPreset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/providers}: whoever copies a resource from there has one that is accepted. */
class EveryProviderPageHoldsWhatItShows {

  private static final PresetCatalog CATALOG = PresetCatalog.shipped();

  @ParameterizedTest(name = "{0}")
  @MethodSource("resources")
  void aResourceIsAccepted(DocumentedResource shown) {
    assertThat(shown.checked()).isInstanceOf(CheckedResource.Accepted.class);
  }

  /** The one warning that a page shows on purpose is the loud one. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("resources")
  void andResolvesWithoutAnythingToSay(DocumentedResource shown) {
    assertThat(shown.resolved(CATALOG))
        .isInstanceOfSatisfying(
            Resolution.Resolved.class,
            resolved ->
                assertThat(resolved.problems())
                    .hasSize(insecure(resolved.set()))
                    .allMatch(EveryProviderPageHoldsWhatItShows::isLoud));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resources")
  void andCanBeEnforced(DocumentedResource shown) {
    assertThat(shown.compiled(CATALOG)).isInstanceOf(Compilation.Compiled.class);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageAnswersWhatAReaderAsks(Path page) {
    assertThat(DocumentedResource.text(page).lines())
        .contains(
            "## At the provider",
            "## The resource",
            "## A test token",
            "## What the token looks like",
            "## Audience proof",
            "## Groups",
            "## Limits",
            "## What a stand-in cannot prove");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aPresetHasItsPageAndItsRow(ProviderPreset preset) {
    String chosen = "preset: " + preset.name() + "\n";

    assertThat(pages().filter(page -> DocumentedResource.text(page).contains(chosen))).hasSize(1);
    assertThat(overview()).contains("| `%s` |".formatted(preset.name()));
    assertThat(preset.prefixes()).allMatch(prefix -> overview().contains("`" + prefix + "`"));
  }

  @Test
  void everyPageIsInTheOverview() {
    assertThat(pages().map(page -> page.getFileName().toString()))
        .allMatch(page -> overview().contains("](%s)".formatted(page)));
  }

  static Stream<Path> pages() {
    return DocumentedResource.pages("providers").stream()
        .filter(page -> !page.endsWith("README.md"));
  }

  static Stream<DocumentedResource> resources() {
    return pages().flatMap(DocumentedResource::of);
  }

  static Stream<ProviderPreset> presets() {
    return CATALOG.providers().values().stream();
  }

  private static String overview() {
    return DocumentedResource.text(DocumentedResource.docs().resolve("providers/README.md"));
  }

  private static int insecure(PolicySet set) {
    return (int)
        set.document().providers().stream()
            .filter(each -> each.verification() instanceof VerificationDocument.UserInfo)
            .count();
  }

  private static boolean isLoud(Problem problem) {
    return problem.severity() == Severity.WARNING && problem.message().startsWith("INSECURE");
  }

  @Test
  void noResourceIsShownTwice() {
    List<String> shown = resources().map(DocumentedResource::yaml).toList();

    assertThat(shown).doesNotHaveDuplicates().hasSizeGreaterThan(12);
  }
}
