package dev.apiauth.sidecar.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The module's own classes, without its tests; read once. */
final class SidecarClasses {

  static final String ROOT = "dev.apiauth.sidecar";

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private SidecarClasses() {}
}
