package dev.apiauth.policy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What the tests of this package ask again and again. */
final class Judged {

  private Judged() {}

  static <T> T passed(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Pass<T>(T value) -> value;
      case Outcome.Refused<T>(var refusal) -> fail("refused: " + refusal);
    };
  }

  static <T> T read(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(T value) -> value;
      case Parsed.Malformed<T>(String problem) -> fail("malformed: " + problem);
    };
  }

  static String problem(Parsed<?> parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
    return ((Parsed.Malformed<?>) parsed).problem();
  }

  /** The sentence for the caller, where the request was refused for that reason. */
  static String refusedFor(Reason reason, Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    var refusal = ((Outcome.Refused<?>) outcome).refusal();
    assertThat(refusal.reason()).isEqualTo(reason);
    return refusal.sentence();
  }

  static ProductPath productPath(String raw) {
    return passed(relativePath(raw).innermost());
  }

  static RelativePath relativePath(String raw) {
    return passed(CanonicalPath.of(raw)).relativeTo(ContextPath.ROOT).orElseThrow();
  }

  static List<PathPattern> patterns(String... texts) {
    return Arrays.stream(texts).map(text -> read(PathPattern.parse(text))).toList();
  }

  static CidrSet ranges(String... texts) {
    return CidrSet.of(Arrays.stream(texts).map(text -> read(Cidr.parse(text))).toList());
  }

  static RequestHead head(String method, String target, String host) {
    return new RequestHead(
        "test",
        method,
        target,
        ProtocolVersion.HTTP_1_1,
        headers("Host", List.of(host)),
        InetAddress.getLoopbackAddress());
  }

  static HeaderFields headers(String name, List<String> values) {
    return HeaderFields.of(values.stream().map(value -> new HeaderField(name, value)).toList());
  }

  static InetAddress socket(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException noLiteral) {
      throw new IllegalArgumentException(noLiteral);
    }
  }
}
