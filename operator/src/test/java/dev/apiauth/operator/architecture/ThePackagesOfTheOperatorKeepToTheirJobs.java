package dev.apiauth.operator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a package is for shows in what it may use. */
class ThePackagesOfTheOperatorKeepToTheirJobs {

  private static final String ROOT = "dev.apiauth.operator";
  private static final String[] PURE = {
    ROOT + ".inject..",
    ROOT + ".render..",
    ROOT + ".resolve..",
    ROOT + ".status..",
    ROOT + ".tokens.decide.."
  };
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void noneKnowsTheSidecarOrItsServer() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "dev.apiauth.sidecar.."));
  }

  @Test
  void noneKnowsTheTestsOwnKit() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("dev.apiauth.testkit.."));
  }

  @Test
  void whatDecidesAsksNoApiServer() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient"));
  }

  @Test
  void whatDecidesLooksAtNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|InstantSource)"));
  }

  @Test
  void timeComesFromAClockThatWasGiven() {
    check(noClasses().should().callMethod(Instant.class, "now"));
    check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void theWebhookAsksNoApiServer() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".admission..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient"));
  }

  @Test
  void theFrameworkIsMetInFewPlaces() {
    check(
        classes()
            .that()
            .resideOutsideOfPackages(
                ROOT,
                ROOT + ".gather..",
                ROOT + ".reconcile..",
                ROOT + ".tokens",
                ROOT + ".health..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("io.javaoperatorsdk.."));
  }

  @Test
  void theyPointInOneDirection() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void theCompositionRootIsKnownToNobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT));
  }

  @Test
  void nobodyWritesToStandardOutput() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  private static void check(ArchRule rule) {
    rule.check(ALL);
  }
}
