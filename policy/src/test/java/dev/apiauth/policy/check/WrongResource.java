package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of the table of wrong resources in {@code wrong/}: a file for each, named after the field
 * and what is wrong with it.
 *
 * <p>A file refused at the stage {@code file} is taken as it is. Any other lists changes to {@code
 * right/smallest.yaml}, a path and a value each; null takes the field away.
 *
 * @param name the file's name without its ending
 * @param refusedBy the first stage that refuses it: file, schema, cel or resolve
 * @param expectations the problems, each as {@code field: part of the message}; there are no others
 * @param yaml the whole resource
 */
public record WrongResource(String name, String refusedBy, List<String> expectations, String yaml) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** The rows that these stages refuse, by name. */
  public static Stream<WrongResource> refusedBy(List<String> stages) {
    try (var files = Files.list(folder("wrong"))) {
      return files.sorted().map(WrongResource::read).toList().stream()
          .filter(row -> stages.contains(row.refusedBy()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether a problem is one of those that the row expects. */
  public boolean expects(Problem problem) {
    return expectations.stream().anyMatch(expected -> matches(expected, problem));
  }

  private static boolean matches(String expected, Problem problem) {
    if (problem.field().isEmpty()) return problem.toString().startsWith(expected);
    return expected.startsWith(problem.field() + ": ")
        && problem.toString().contains(expected.substring(problem.field().length() + 2));
  }

  private static WrongResource read(Path file) {
    try {
      String text = Files.readString(file);
      String stage = comments(text, "# refused by: ").getFirst();
      String yaml = stage.equals("file") ? text : changed(text);
      String name = file.getFileName().toString().replace(".yaml", "");
      return new WrongResource(name, stage, comments(text, "# expect: "), yaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String changed(String changes) throws IOException {
    var resource = (ObjectNode) YAML.readTree(Files.readString(smallest()));
    YAML.readTree(changes)
        .properties()
        .forEach(change -> TreePath.of(change.getKey()).set(resource, change.getValue()));
    return YAML.writeValueAsString(resource);
  }

  private static List<String> comments(String text, String prefix) {
    return text.lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  /** The smallest useful resource, which every change starts from. */
  static Path smallest() {
    return folder("right").resolve("smallest.yaml");
  }

  static Path folder(String name) {
    return Path.of(Objects.requireNonNull(WrongResource.class.getResource(name), name).getPath());
  }

  @Override
  public String toString() {
    return name;
  }
}
