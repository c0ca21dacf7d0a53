package dev.apiauth.policy.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The module's own classes, without its tests; read once. */
final class PolicyClasses {

  static final String ROOT = "dev.apiauth.policy";

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private PolicyClasses() {}
}
