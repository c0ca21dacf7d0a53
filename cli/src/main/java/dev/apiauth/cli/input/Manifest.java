package dev.apiauth.cli.input;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One document of a file.
 *
 * @param file the file as the command line names it
 * @param line where the document begins, 1 for the first line
 * @param text the document alone, after as many empty lines as stand before it in the file: lines
 *     that a parser names are lines of the file
 * @param tree what a parser makes of it; empty where it is not YAML
 */
public record Manifest(String file, int line, String text, Optional<Node> tree) {

  /** Whether it is of that kind; what is no YAML may be of any. */
  public boolean mayBe(String kind) {
    return tree.isEmpty() || kind().equals(kind);
  }

  /** Its {@code kind}; empty where it has none. */
  public String kind() {
    return text("kind");
  }

  /** Its {@code metadata.name}; empty where it has none. */
  public String name() {
    return text("metadata.name");
  }

  /** Its {@code metadata.namespace}; empty where it has none. */
  public String namespace() {
    return text("metadata.namespace");
  }

  /** The line of a field, or of what is nearest to it: {@code spec.providers[0].audiences}. */
  public int lineOf(String field) {
    return tree.map(node -> FieldPlace.of(node, field).line()).orElse(line);
  }

  /** The text of a field; empty where there is none. */
  public String text(String field) {
    return tree.flatMap(node -> FieldPlace.of(node, field).exactText()).orElse("");
  }
}
