package dev.apiauth.testkit.product.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The oracle against Tomcat's own table, and beyond it. */
class TomcatSaysWhichPathItServes {

  private final TomcatPathOracle oracle = TomcatPathOracle.start();

  @AfterEach
  void stop() {
    oracle.close();
  }

  @Test
  void asItsOwnTableSays() throws IOException {
    var table = SharedVectors.file("apache-tomcat/uri-canonicalization.json").toFile();
    var different = new ArrayList<String>();

    for (JsonNode row : JsonMapper.builder().build().readTree(table).path("cases")) {
      var target = row.path("request_target").asText();
      var resolution = oracle.resolve(target);
      if (!resolution.equals(expected(row))) {
        different.add(target + ": " + resolution);
      }
    }

    assertThat(different).isEmpty();
  }

  private static Resolution expected(JsonNode row) {
    return row.path("tomcat_default_400").asBoolean()
        ? new Resolution.Refused(400)
        : new Resolution.Served(row.path("canonical").asText());
  }

  @Test
  void forBytesThatAreNoCharacters() {
    assertThat(oracle.resolve(new byte[] {'/', (byte) 0xff}))
        .isEqualTo(new Resolution.Refused(400));
    assertThat(oracle.resolve("/%C3%A9")).isEqualTo(new Resolution.Served("/é"));
  }

  @Test
  void alsoAfterATargetThatBreaksTheRequest() {
    oracle.resolve("/a HTTP/1.1\r\nHost: x\r\n\r\nGET /b");

    assertThat(oracle.resolve("/c")).isEqualTo(new Resolution.Served("/c"));
  }

  @Test
  void withJirasRelaxedCharacters() {
    try (var jira = TomcatPathOracle.start(ConnectorSettings.JIRA)) {
      assertThat(jira.resolve("/browse/[A]|B?jql={\"x\"}"))
          .isEqualTo(new Resolution.Served("/browse/[A]|B"));
      assertThat(oracle.resolve("/browse/[A]")).isEqualTo(new Resolution.Refused(400));
    }
  }
}
