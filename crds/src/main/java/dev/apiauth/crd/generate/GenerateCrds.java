package dev.apiauth.crd.generate;

import dev.apiauth.crd.AtlassianApiAuth;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the committed CRD anew: {@code mvn -q -pl crds -am process-classes -Dcrds=write}.
 *
 * <p>The output is a function of the sources alone, so that "committed equals generated" can be a
 * test.
 */
public final class GenerateCrds {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("crds/src/main/java/dev/apiauth/crd/AtlassianApiAuth.java"),
          Path.of("crds/src/main/java/dev/apiauth/crd/status"),
          Path.of("policy/src/main/java/dev/apiauth/policy/spec"));

  private static final Path COMMITTED = Path.of("crds", "atlassianapiauths.apiauth.dev.yaml");

  private GenerateCrds() {}

  /**
   * Rewrites the committed file.
   *
   * @param args the folder of the checkout
   */
  public static void main(String[] args) throws IOException {
    Path checkout = Path.of(args[0]);
    Files.writeString(committed(checkout), yaml(checkout));
  }

  /** Where the CRD is committed. */
  static Path committed(Path checkout) {
    return checkout.resolve(COMMITTED);
  }

  /** The CRD as it follows from the records and their Javadoc. */
  static String yaml(Path checkout) throws IOException {
    var schema = new SchemaMends(SpecJavadoc.read(SOURCES.stream().map(checkout::resolve)));
    var output = new InMemoryOutput();
    new CRDGenerator()
        .withPostProcessor(schema)
        .customResourceClasses(AtlassianApiAuth.class)
        .withOutput(output)
        .generate();
    return CrdYaml.print(output.text());
  }
}
