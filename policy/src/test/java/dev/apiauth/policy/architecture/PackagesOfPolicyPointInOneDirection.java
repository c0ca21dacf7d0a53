package dev.apiauth.policy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table {@code arrows.csv}: what each package may use of the others. A new arrow is a row. */
class PackagesOfPolicyPointInOneDirection {

  @ParameterizedTest(name = "{0} uses {1}")
  @CsvFileSource(resources = "arrows.csv", numLinesToSkip = 1, emptyValue = "", nullValues = "-")
  void asTheTableSays(String name, String used) {
    var allowed =
        Stream.concat(
                Stream.of(name), Arrays.stream(Objects.requireNonNullElse(used, "").split(" ")))
            .filter(each -> !each.isEmpty())
            .map(each -> PolicyClasses.ROOT + "." + each)
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(PolicyClasses.ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(PolicyClasses.ROOT + "..").or(resideInAnyPackage(allowed)))
        .check(PolicyClasses.ALL);
  }

  @Test
  void andTheTableNamesEveryPackage() throws IOException {
    Set<String> packages =
        PolicyClasses.ALL.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(rows().map(row -> PolicyClasses.ROOT + "." + row))
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void withoutAnyCycle() {
    slices()
        .matching(PolicyClasses.ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(PolicyClasses.ALL);
  }

  private static Stream<String> rows() throws IOException {
    try (InputStream table =
        PackagesOfPolicyPointInOneDirection.class.getResourceAsStream("arrows.csv")) {
      var text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(row -> row.substring(0, row.indexOf(',')));
    }
  }
}
