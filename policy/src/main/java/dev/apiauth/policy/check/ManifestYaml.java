package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the text of a file that holds one resource. */
final class ManifestYaml {

  /** The largest file that is read, in bytes of UTF-8. */
  static final int MAX_BYTES = 512 * 1024;

  private static final String ONE_EACH =
      "Put each resource into a file of its own, and check them one by one";

  private final Findings findings;

  ManifestYaml(Findings findings) {
    this.findings = findings;
  }

  /**
   * The tree of the one document in a text. Where there is none, or more than one, that is among
   * the findings, and what is returned is empty.
   */
  ObjectNode read(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      return unreadable(
          "the file has %d bytes; at most %d are read".formatted(bytes, MAX_BYTES),
          "Take comments out, or shorten the long lists");
    }
    try {
      return onlyDocument(documents(text));
    } catch (MarkedYAMLException malformed) {
      return unreadable(place(malformed) + "not YAML: " + malformed.getProblem(), "");
    } catch (YAMLException malformed) {
      return unreadable("not YAML: " + malformed.getMessage(), "");
    }
  }

  private static List<Node> documents(String text) {
    var limits = new LoaderOptions();
    var style = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(limits),
            new Representer(style),
            style,
            limits,
            new KubectlScalars());
    var documents = new ArrayList<Node>();
    yaml.composeAll(new StringReader(text)).forEach(documents::add);
    documents.removeIf(document -> document.getTag().equals(Tag.NULL));
    return documents;
  }

  private ObjectNode onlyDocument(List<Node> documents) {
    if (documents.isEmpty()) return unreadable("the file is empty", "Write one resource into it");
    if (documents.size() > 1) {
      int line = documents.get(1).getStartMark().getLine() + 1;
      return unreadable(
          "the file has %d documents; the second begins in line %d"
              .formatted(documents.size(), line),
          ONE_EACH);
    }
    var tree = new YamlTree(findings).of(documents.get(0));
    if (tree instanceof ObjectNode resource) return resource;
    return unreadable(
        "the file holds no resource", "A resource begins with apiVersion, kind and metadata");
  }

  private ObjectNode unreadable(String message, String mend) {
    findings.shapeFault(FieldPath.TOP, message, mend);
    return JsonNodeFactory.instance.objectNode();
  }

  private static String place(MarkedYAMLException malformed) {
    var mark = malformed.getProblemMark();
    return mark == null ? "" : "line %d: ".formatted(mark.getLine() + 1);
  }
}
