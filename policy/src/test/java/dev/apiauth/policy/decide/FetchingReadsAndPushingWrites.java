package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git does is told by path, query and body; what is not known to read writes. */
class FetchingReadsAndPushingWrites {

  private static final String UPLOAD = "{\"operation\":\"upload\",\"objects\":[]}";
  private static final String DOWNLOAD =
      "{\"operation\":\"download\",\"objects\":[{\"oid\":\"a\"}]}";

  @ParameterizedTest(name = "{0} {1}: {2}, by its body: {3}")
  @CsvFileSource(resources = "git.csv", numLinesToSkip = 1)
  void byTheHead(String method, String target, Operation expected, boolean body) {
    var parts = target.split("\\?", 2);
    var query = parts.length == 2 ? Optional.of(parts[1]) : Optional.<String>empty();

    assertThat(GitOperations.of(below(parts[0]), method, query)).isEqualTo(expected);
    assertThat(GitOperations.areToldByTheBody(below(parts[0]), method)).isEqualTo(body);
  }

  @Test
  void aBatchThatFetchesReadsAndOneThatSendsWrites() {
    assertThat(batch("application/vnd.git-lfs+json", DOWNLOAD)).isEqualTo(Operation.Read);
    assertThat(batch("application/vnd.git-lfs+json", UPLOAD)).isEqualTo(Operation.Write);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"download\"",
        "{}",
        "{\"operation\":null}",
        "{\"operation\":[\"download\"]}",
        "{\"operation\":{\"operation\":\"download\"}}",
        "{\"operation\":\"Download\"}",
        "{\"operation\":\"download \"}",
        "{\"operation\":\"verify\"}",
        "{\"operation\":\"download\",\"operation\":\"upload\"}",
        "{\"operation\":\"upload\",\"operation\":\"download\"}",
        "{\"operation\":\"download\",\"Operation\":\"upload\"}",
        "{\"operation\":\"download\",\"\\u006fperation\":\"upload\"}",
        "{\"objects\":{\"operation\":\"download\"}}",
        "{\"operation\":\"download\"} {\"operation\":\"upload\"}",
        "{\"operation\":\"download\",}",
        "{'operation':'download'}",
        "{\"operation\":\"download\"",
        "{\"operation\":\"download\"}\u0000"
      })
  void aBatchWithAnyOtherReadingWrites(String body) {
    assertThat(batch("application/vnd.git-lfs+json", body)).isEqualTo(Operation.Write);
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.git-lfs+json, Read",
    "application/vnd.git-lfs+json; charset=utf-8, Read",
    "Application/JSON;charset=UTF-8, Read",
    "application/vnd.git-lfs+json; charset=ibm037, Write",
    "application/vnd.git-lfs+json; charset=utf-8; charset=utf-16, Write",
    "text/plain, Write",
    "application/x-www-form-urlencoded, Write",
    "application/xml, Write"
  })
  void aBatchOfAnotherTypeWrites(String type, Operation expected) {
    assertThat(batch(type, DOWNLOAD)).isEqualTo(expected);
  }

  @Test
  void aBatchThatIsPackedWrites() {
    var headers = HeaderFields.of(List.of(new HeaderField("Content-Encoding", "gzip")));

    assertThat(LargeFileBatch.operation(headers, bytes(DOWNLOAD))).isEqualTo(Operation.Write);
  }

  private static Operation batch(String type, String body) {
    var headers = HeaderFields.of(List.of(new HeaderField("Content-Type", type)));
    return LargeFileBatch.operation(headers, bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ProductPath below(String raw) {
    var path = ((Outcome.Pass<CanonicalPath>) CanonicalPath.of(raw)).value();
    var relative = path.relativeTo(ContextPath.ROOT).orElseThrow();
    return ((Outcome.Pass<ProductPath>) relative.innermost()).value();
  }
}
