package dev.apiauth.policy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same inputs give the same decision: in a sidecar, in the operator's check and in a test. */
class PolicyIsPure {

  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

  @Test
  void itRunsWithoutServerAndCluster() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.vertx..",
                "io.netty..",
                "com.nimbusds..",
                "io.fabric8.kubernetes..",
                "org.slf4j..",
                "dev.apiauth.sidecar..",
                "dev.apiauth.crd..",
                "dev.apiauth.testkit.."));
  }

  @Test
  void itHasNoClockOfItsOwn() {
    check(noClasses().should().callMethodWhere(JavaCall.Predicates.target(readsAClock())));
    check(noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class));
  }

  @Test
  void itConnectsToNothing() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.net.http..")
                    .or(resideInAPackage("java.nio.channels.."))
                    .or(nameMatching("java\\.net\\..*(Socket|Connection).*"))));
    check(
        noClasses()
            .should()
            .callMethodWhere(
                JavaCall.Predicates.target(
                    nameMatching("getByName|getAllByName|getLocalHost|openStream"))));
  }

  @Test
  void itReadsNoFileButThoseItShips() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.apiauth.policy.preset.ShippedFiles")
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.nio.file..").or(nameMatching("java\\.io\\.File.*"))));
  }

  @Test
  void itPrintsAndLogsNothing() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
  }

  @Test
  void everyClassIsNamedAfterWhatItIs() {
    check(classes().should().haveNameNotMatching(".*(Utils?|Helpers?)"));
  }

  private static DescribedPredicate<CodeUnitCallTarget> readsAClock() {
    return DescribedPredicate.describe(
        "the clock of the machine",
        call ->
            CLOCKS.contains(call.getName())
                && (call.getOwner().getPackageName().equals("java.time")
                    || call.getOwner().isEquivalentTo(System.class)));
  }

  private static void check(ArchRule rule) {
    rule.check(PolicyClasses.ALL);
  }
}
