package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What plain scalars mean to kubectl (sigs.k8s.io/yaml 1.6): the booleans of YAML 1.1, so that
 * {@code on} is no text, but neither its dates nor its numbers to the base 60.
 */
final class KubectlScalars extends Resolver {

  private static final Pattern BOOLEAN =
      Pattern.compile(
          "(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|0|[1-9][0-9_]*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "(?:[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))");
  private static final Pattern NULL = Pattern.compile("(?:~|null|Null|NULL|)");
  private static final Pattern MERGE = Pattern.compile("<<");
  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, BOOLEAN, "yYnNtTfFoO", 5);
    addImplicitResolver(Tag.INT, INTEGER, "-+0123456789", 128);
    addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.", 128);
    addImplicitResolver(Tag.MERGE, MERGE, "<", 2);
    addImplicitResolver(Tag.NULL, NULL, "~nN\0", 4);
    addImplicitResolver(Tag.NULL, Pattern.compile(""), null, 0);
  }

  /** The value of a scalar; empty for a tag that JSON has no value for. */
  static Optional<JsonNode> value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR)) return Optional.of(TextNode.valueOf(text));
    if (tag.equals(Tag.NULL)) return Optional.of(NullNode.getInstance());
    if (tag.equals(Tag.BOOL)) return Optional.of(BooleanNode.valueOf(isTrue(text)));
    if (tag.equals(Tag.INT)) return Optional.of(integer(text.replace("_", "")));
    if (tag.equals(Tag.FLOAT)) return Optional.of(decimal(text));
    return Optional.empty();
  }

  private static boolean isTrue(String text) {
    return TRUE.contains(text.toLowerCase(Locale.ROOT));
  }

  private static JsonNode integer(String text) {
    String digits = text.replaceFirst("^[-+]", "");
    BigInteger size = new BigInteger(digits.replaceFirst("^0[xXoObB]", ""), radix(digits));
    BigInteger value = text.startsWith("-") ? size.negate() : size;
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : DoubleNode.valueOf(value.doubleValue());
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') return 10;
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static JsonNode decimal(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.endsWith(".nan")) return DoubleNode.valueOf(Double.NaN);
    if (name.endsWith(".inf")) {
      return DoubleNode.valueOf(
          name.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return DoubleNode.valueOf(Double.parseDouble(text));
  }
}
