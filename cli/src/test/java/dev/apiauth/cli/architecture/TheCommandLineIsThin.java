package dev.apiauth.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What it knows, and who knows it. */
class TheCommandLineIsThin {

  private static final String ROOT = "dev.apiauth.cli";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void itKnowsNeitherOperatorNorKubernetes() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.apiauth.operator..", "io.fabric8..", "dev.apiauth.testkit.."));
  }

  @Test
  void theSidecarDoesNotKnowIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.apiauth.sidecar", "dev.apiauth.policy"));
  }

  @Test
  void commandsDoNotKnowEachOther() {
    for (String command : new String[] {"lint", "explain", "token", "provider", "report"}) {
      check(
          noClasses()
              .that()
              .resideInAPackage("%s.%s..".formatted(ROOT, command))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(othersThan(command))
              .allowEmptyShould(true));
    }
  }

  @Test
  void checksPointInOneDirection() {
    check(slices().matching(ROOT + ".lint.(**)").should().beFreeOfCycles());
  }

  @Test
  void timeComesFromAClockThatWasGiven() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void everyClassIsNamedAfterWhatItIs() {
    check(classes().should().haveNameNotMatching(".*(Utils?|Helpers?)"));
  }

  private static String[] othersThan(String command) {
    return java.util.stream.Stream.of("lint", "explain", "token", "provider", "report")
        .filter(other -> !other.equals(command))
        .map(other -> "%s.%s..".formatted(ROOT, other))
        .toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.check(ALL);
  }
}
