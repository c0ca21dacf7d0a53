package dev.apiauth.crd.generate;

import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the committed CRDs anew: {@code mvn -q -pl crds -am process-classes -Dcrds=write}.
 *
 * <p>The output is a function of the sources alone, so that "committed equals generated" can be a
 * test.
 */
public final class GenerateCrds {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("crds/src/main/java/dev/apiauth/crd"),
          Path.of("crds/src/main/java/dev/apiauth/crd/status"),
          Path.of("policy/src/main/java/dev/apiauth/policy/spec"));

  private GenerateCrds() {}

  /**
   * Rewrites the committed files.
   *
   * @param args the folder of the checkout
   */
  public static void main(String[] args) throws IOException {
    Path checkout = Path.of(args[0]);
    for (PublishedKind kind : PublishedKind.ALL) {
      Files.writeString(kind.committed(checkout), yaml(kind, checkout));
    }
  }

  /** The CRD of a kind as it follows from the records and their Javadoc. */
  static String yaml(PublishedKind kind, Path checkout) throws IOException {
    var schema = new SchemaMends(kind, SpecJavadoc.read(SOURCES.stream().map(checkout::resolve)));
    var output = new InMemoryOutput();
    new CRDGenerator()
        .withPostProcessor(schema)
        .customResourceClasses(kind.resource())
        .withOutput(output)
        .generate();
    return CrdYaml.print(output.text());
  }
}
