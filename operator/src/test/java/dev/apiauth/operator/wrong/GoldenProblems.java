package dev.apiauth.operator.wrong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden case of resolving that has problems.
 *
 * @param name the files' name without their endings, and the resource's
 * @param resource the resource
 * @param secrets the Secrets of its namespace, as YAML
 * @param problems what resolving says, a line each
 */
record GoldenProblems(
    String name, WrongResource resource, List<String> secrets, List<String> problems) {

  private static final Path FOLDER =
      Path.of(
          System.getProperty("apiauth.root"),
          "policy/src/test/resources/dev/apiauth/policy/resolve/golden");
  private static final String ENDING = ".problems.txt";
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Those whose problems are of that severity: ERROR or WARNING. */
  static Stream<GoldenProblems> of(String severity) {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList().stream()
          .filter(file -> text(file).startsWith(severity))
          .map(file -> read(file, severity));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static GoldenProblems read(Path file, String severity) {
    String name = file.getFileName().toString().replace(ENDING, "");
    var documents =
        new ArrayList<>(List.of(text(FOLDER.resolve(name + ".in.yaml")).split("(?m)^---$")));
    var resource = new WrongResource(name, "resolve", tree(documents.removeFirst()));
    List<String> problems =
        text(file)
            .lines()
            .filter(line -> line.startsWith(severity + " "))
            .map(line -> line.substring(severity.length() + 1))
            .toList();
    return new GoldenProblems(name, resource.alone(), documents, problems);
  }

  /** The same with those problems alone that are about Secrets: other warnings are Accepted's. */
  GoldenProblems aboutSecrets() {
    return new GoldenProblems(
        name, resource, secrets, problems.stream().filter(GoldenProblems::isAboutSecret).toList());
  }

  /** Whether its Secrets hold keys that the tests of policy make for themselves. */
  boolean needsGeneratedKeys() {
    return secrets.stream().anyMatch(secret -> secret.contains("GENERATED-"));
  }

  private static boolean isAboutSecret(String problem) {
    return problem.startsWith("Secret ")
        || problem.startsWith("spec.identity.personalAccessTokens.secretSelector");
  }

  private static ObjectNode tree(String yaml) {
    try {
      return (ObjectNode) YAML.readTree(yaml);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
