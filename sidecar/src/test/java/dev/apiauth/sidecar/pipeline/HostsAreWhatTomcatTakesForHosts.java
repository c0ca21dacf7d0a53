package dev.apiauth.sidecar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.tomcat.util.http.parser.Host;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S20. */
class HostsAreWhatTomcatTakesForHosts {

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("tomcatsOwnCases")
  void inTomcatsOwnTable(String host, boolean valid) {
    assertThat(HostSyntax.isValid(host)).isEqualTo(valid);
  }

  private static Stream<Arguments> tomcatsOwnCases() throws IOException {
    var file = SharedVectors.file("apache-tomcat/host-header.json");
    var cases = new ObjectMapper().readTree(file.toFile()).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(c -> Arguments.of(c.get("host").asText(), c.get("valid").asBoolean()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_b",
        "_a",
        "a%41",
        "a..",
        "a.-b",
        "a-.b",
        "xn--a",
        "1.2.3.4.:1",
        "[v1.a]",
        "[::1%25a]",
        "[::ffff:1.2.3.4]",
        "[1:2:3:4:5:6:7::]",
        "[1:2:3:4:5:6:7:8::]",
        "[1:2:3:4:5:6:1.2.3.4]",
        "[1:2:3:4:5:6:7:1.2.3.4]",
        "[1.2.3.4::]",
        "[1.2.3.4]",
        "[::1.2.3.4:5]",
        "[1::1.2.3.4\n]",
        "[::1.2.3.04]",
        "[::256.1.1.1]",
        "a b",
        "a\tb",
        "a,b",
        "a@b",
        "a/b",
        "a\\b",
        "é",
        "a:80:80",
        "[::1]a",
        "[]",
        "[:]",
        ":80"
      })
  void asTomcatItselfSays(String host) {
    assertThat(HostSyntax.isValid(host)).isEqualTo(isValidForTomcat(host));
  }

  private static boolean isValidForTomcat(String host) {
    try {
      int colon = Host.parse(host);
      return colon < 0 || host.substring(colon + 1).matches("[0-9]+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
