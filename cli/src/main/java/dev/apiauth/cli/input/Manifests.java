package dev.apiauth.cli.input;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Takes files of manifests apart, as kubectl does: at lines that begin with {@code ---}. */
public final class Manifests {

  private static final String SEPARATOR = "---";

  private Manifests() {}

  /**
   * The documents of a file; empty ones are left out.
   *
   * @throws UnusableInputException if the file cannot be read
   */
  public static List<Manifest> in(String file) {
    return documents(file, TextFile.read(file));
  }

  static List<Manifest> documents(String file, String text) {
    List<String> lines = text.lines().toList();
    var documents = new ArrayList<Manifest>();
    int begin = 0;
    for (int at = 1; at <= lines.size(); at++) {
      if (at < lines.size() && !lines.get(at).startsWith(SEPARATOR)) continue;
      document(file, lines, begin, at).ifPresent(documents::add);
      begin = at;
    }
    return documents;
  }

  private static Optional<Manifest> document(String file, List<String> lines, int begin, int end) {
    List<String> own = lines.subList(begin, end);
    if (own.stream().allMatch(Manifests::saysNothing)) return Optional.empty();
    String text = "\n".repeat(begin) + String.join("\n", own) + "\n";
    Optional<Node> tree = tree(text);
    int line = tree.map(node -> node.getStartMark().getLine() + 1).orElse(begin + 1);
    return Optional.of(new Manifest(file, line, text, tree));
  }

  private static boolean saysNothing(String line) {
    return line.isBlank() || line.startsWith("#") || line.strip().equals(SEPARATOR);
  }

  private static Optional<Node> tree(String text) {
    try {
      return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (YAMLException malformed) {
      return Optional.empty();
    }
  }
}
