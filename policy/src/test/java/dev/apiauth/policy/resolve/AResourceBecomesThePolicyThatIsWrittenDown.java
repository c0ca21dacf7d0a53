package dev.apiauth.policy.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden pairs: {@code golden/NAME.in.yaml} beside {@code NAME.out.json}, the document that is
 * published for it, and {@code NAME.problems.txt}, what its author is told. A new case is a new
 * file.
 *
 * <p>To write the outputs anew: {@code mvn -B -pl policy -am test -Dgolden=write
 * -Dtest=AResourceBecomesThePolicyThatIsWrittenDown -Dsurefire.failIfNoSpecifiedTests=false}, then
 * read the difference before it is committed.
 */
class AResourceBecomesThePolicyThatIsWrittenDown {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.policy.resolve.GoldenResource#all")
  void byteForByte(GoldenResource golden) throws IOException {
    SortedMap<String, String> made = GoldenOutput.files(golden.resolution());
    if (System.getProperty("golden", "").equals("write")) write(golden, made);

    assertThat(committed(golden)).isEqualTo(made);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.policy.resolve.GoldenResource#all")
  void withoutAnythingSecret(GoldenResource golden) throws IOException {
    Resolution resolution = golden.resolution();
    String seen = GoldenOutput.files(resolution) + resolution.toString();

    assertThat(golden.planted()).allSatisfy(secret -> assertThat(seen).doesNotContain(secret));
  }

  @Test
  void andNoOutputIsLeftBehind() throws IOException {
    Set<String> names = GoldenResource.all().map(GoldenResource::name).collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(GoldenResource.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allSatisfy(file -> assertThat(names).contains(file.substring(0, file.indexOf('.'))));
    }
  }

  private static SortedMap<String, String> committed(GoldenResource golden) throws IOException {
    var files = new TreeMap<String, String>();
    for (String ending : Set.of(GoldenOutput.DOCUMENT, GoldenOutput.PROBLEMS)) {
      Path file = file(golden, ending);
      if (Files.exists(file)) files.put(ending, Files.readString(file));
    }
    return files;
  }

  private static void write(GoldenResource golden, SortedMap<String, String> made)
      throws IOException {
    for (String ending : Set.of(GoldenOutput.DOCUMENT, GoldenOutput.PROBLEMS)) {
      Files.deleteIfExists(file(golden, ending));
    }
    for (var file : made.entrySet()) {
      Files.writeString(file(golden, file.getKey()), file.getValue());
    }
    abort("written anew: read the difference before it is committed");
  }

  private static Path file(GoldenResource golden, String ending) {
    return GoldenResource.folder().resolve(golden.name() + ending);
  }
}
