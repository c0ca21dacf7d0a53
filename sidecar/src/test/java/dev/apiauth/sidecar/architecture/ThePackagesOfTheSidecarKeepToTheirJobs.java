package dev.apiauth.sidecar.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a package is for shows in what it may use. */
class ThePackagesOfTheSidecarKeepToTheirJobs {

  @Test
  void noneKnowsKubernetes() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("io.fabric8.."));
  }

  @Test
  void aRouterStandsOnTheAdminListenersAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SidecarClasses.ROOT + ".admin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web.."));
  }

  @Test
  void cryptographyOfTokensStaysWithTheVerifiers() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SidecarClasses.ROOT + ".prove..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds.."));
  }

  @Test
  void metricsAreNamedInOnePlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                SidecarClasses.ROOT,
                SidecarClasses.ROOT + ".metrics",
                SidecarClasses.ROOT + ".admin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer.."));
  }

  @Test
  void theyPointInOneDirection() {
    check(slices().matching(SidecarClasses.ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void theCompositionRootIsKnownToNobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage(SidecarClasses.ROOT + ".(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SidecarClasses.ROOT));
  }

  @Test
  void timeComesFromAClockThatWasGiven() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SidecarClasses.ROOT)
            .should()
            .callMethodWhere(
                JavaCall.Predicates.target(nameMatching("systemUTC|systemDefaultZone"))));
  }

  @Test
  void whatIsSaidGoesThroughTheLog() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
  }

  @Test
  void everyClassIsNamedAfterWhatItIs() {
    check(classes().should().haveNameNotMatching(".*(Utils?|Helpers?)"));
  }

  @Test
  void theTestkitKnowsNothingOfTheProductThatItTests() {
    JavaClasses testkit = new ClassFileImporter().importPackages("dev.apiauth.testkit");

    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.apiauth.policy..", "dev.apiauth.crd..", SidecarClasses.ROOT + "..")
        .check(testkit);
  }

  private static void check(ArchRule rule) {
    rule.check(SidecarClasses.ALL);
  }
}
