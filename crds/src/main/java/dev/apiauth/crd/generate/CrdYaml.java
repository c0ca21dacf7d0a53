package dev.apiauth.crd.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Prints the CRD for people: whole numbers without a fraction, long text folded. */
final class CrdYaml {

  private static final String HEADER =
      """
      # Generated from the records in policy/src/main/java/dev/apiauth/policy/spec and
      # crds/src/main/java/dev/apiauth/crd/status; do not edit.
      # To write it anew: mvn -q -pl crds -am process-classes -Dcrds=write
      """;

  private static final int WIDTH = 100;

  private CrdYaml() {}

  /** The same document, as it is committed. */
  static String print(String generated) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(generated);
    return HEADER + new Yaml(new ProseRepresenter(style()), style()).dump(wholeNumbers(document));
  }

  private static DumperOptions style() {
    var style = new DumperOptions();
    style.setDefaultFlowStyle(FlowStyle.BLOCK);
    style.setWidth(WIDTH);
    return style;
  }

  /** The generator's bounds are doubles; a port is not {@code 65535.0}. */
  private static Object wholeNumbers(Object value) {
    return switch (value) {
      case Double number when number == Math.rint(number) -> number.longValue();
      case List<?> list -> list.stream().map(CrdYaml::wholeNumbers).toList();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, item) -> copy.put(key, wholeNumbers(item)));
        yield copy;
      }
      default -> value;
    };
  }

  /** Folds text that does not fit into a line. */
  private static final class ProseRepresenter extends Representer {

    ProseRepresenter(DumperOptions options) {
      super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
      boolean prose = tag.equals(Tag.STR) && (value.length() > WIDTH / 2 || value.contains("\n"));
      return super.representScalar(tag, value, prose ? ScalarStyle.FOLDED : style);
    }
  }
}
