package dev.apiauth.crd.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The resource as Kubernetes sees it adds nothing to what the policy module says it is. */
class CrdsStandOnTheSpecAlone {

  @Test
  void andOnNoOtherPartOfTheProduct() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.apiauth..")
                .or(resideInAnyPackage("dev.apiauth.crd..", "dev.apiauth.policy.spec")))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.apiauth.crd"));
  }
}
