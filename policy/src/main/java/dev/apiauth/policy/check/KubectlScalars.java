package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What plain scalars mean to kubectl (sigs.k8s.io/yaml 1.6): the booleans of YAML 1.1, so that
 * {@code on} is no text, but neither its dates nor its numbers to the base 60.
 */
final class KubectlScalars extends Resolver {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUTHS =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSEHOODS =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern NO_NUMBER_OF_JSON =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  @Override
  public Tag resolve(NodeId kind, String text, boolean isPlain) {
    if (kind != NodeId.scalar || !isPlain) return super.resolve(kind, text, isPlain);
    if (NULLS.contains(text)) return Tag.NULL;
    if (TRUTHS.contains(text) || FALSEHOODS.contains(text)) return Tag.BOOL;
    if (text.equals("<<")) return Tag.MERGE;
    boolean isNumber = number(text).isPresent() || NO_NUMBER_OF_JSON.matcher(text).matches();
    return isNumber ? Tag.FLOAT : Tag.STR;
  }

  /** The value of a scalar in JSON; empty where JSON has none. */
  static Optional<JsonNode> value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) return Optional.of(TextNode.valueOf(text));
    if (tag.equals(Tag.NULL)) return Optional.of(NullNode.getInstance());
    if (tag.equals(Tag.BOOL)) return Optional.of(BooleanNode.valueOf(TRUTHS.contains(text)));
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) return number(text);
    return Optional.empty();
  }

  private static Optional<JsonNode> number(String text) {
    if (text.startsWith("_")) return Optional.empty();
    String plain = text.replace("_", "");
    if (INTEGER.matcher(plain).matches()) return Optional.of(whole(integer(plain)));
    return DECIMAL.matcher(plain).matches() ? decimal(Double.parseDouble(plain)) : Optional.empty();
  }

  private static BigInteger integer(String text) {
    String digits = text.replaceFirst("^[-+]", "");
    var size = new BigInteger(digits.replaceFirst("^0[xXoObB]", ""), radix(digits));
    return text.startsWith("-") ? size.negate() : size;
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') return 10;
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static JsonNode whole(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : DoubleNode.valueOf(value.doubleValue());
  }

  /** JSON prints a whole number without its fraction; what is too large for it stays a text. */
  private static Optional<JsonNode> decimal(double value) {
    if (Double.isInfinite(value)) return Optional.empty();
    return Optional.of(
        value == (long) value ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value));
  }
}
