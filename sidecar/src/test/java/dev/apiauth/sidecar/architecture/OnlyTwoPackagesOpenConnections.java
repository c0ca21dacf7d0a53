package dev.apiauth.sidecar.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/**
 * To the product through {@code forward}, where identities are put in, and to everywhere else
 * through {@code egress}, where the installation's rules are asked. There is no third way out.
 */
class OnlyTwoPackagesOpenConnections {

  private static final DescribedPredicate<JavaClass> CLIENT =
      nameMatching("io\\.vertx\\.core\\.(http\\.(Http|WebSocket)Client|net\\.NetClient).*")
          .<JavaClass>forSubtype()
          .or(nameMatching("java\\.net\\..*Connection"))
          .or(resideInAPackage("java.net.http.."))
          .or(nameMatching("java\\.nio\\.channels\\..*(Channel|Selector)"))
          .or(resideInAPackage("io.vertx.ext.web.client.."))
          .as("connect to somewhere");

  @Test
  void allOthersCannot() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SidecarClasses.ROOT + ".forward", SidecarClasses.ROOT + ".egress")
        .should()
        .dependOnClassesThat(CLIENT)
        .check(SidecarClasses.ALL);
  }

  /** A socket that is only passed on, as to a trust manager, was opened by somebody else. */
  @Test
  void norByASocketOfTheirOwn() {
    noClasses()
        .should()
        .callConstructorWhere(
            JavaCall.Predicates.target(
                owner(nameMatching("java\\.net\\.(Datagram|Server)?Socket"))))
        .check(SidecarClasses.ALL);
  }

  @Test
  void andTheTwoKnowNothingOfEachOther() {
    neverUses("forward", "egress");
    neverUses("egress", "forward");
  }

  @Test
  void decidingKnowsNeither() {
    neverUses("pipeline", "forward");
    neverUses("pipeline", "egress");
  }

  private static void neverUses(String one, String other) {
    noClasses()
        .that()
        .resideInAPackage(SidecarClasses.ROOT + "." + one)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SidecarClasses.ROOT + "." + other)
        .check(SidecarClasses.ALL);
  }
}
