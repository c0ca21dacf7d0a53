package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * J3, J16: a header, a payload or a key set that two parsers could read differently is read by
 * none.
 */
class AmbiguousJsonIsRefused {

  /** Valid JSON that we refuse on purpose: a member twice. */
  private static final Set<String> REFUSED_ON_PURPOSE =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  record Text(String name, String expect, String base64) {

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsOfTheSuite")
  void theSuiteFindsNoMalformedTextThatPasses(Text text) {
    boolean asMember = JsonObject.parse(member(text.bytes())).isPresent();
    boolean alone = JsonObject.parse(text.bytes()).isPresent();

    if (text.expect().equals("reject")) {
      assertThat(asMember || alone).isFalse();
    }
    if (text.expect().equals("accept")) {
      assertThat(asMember).isEqualTo(!REFUSED_ON_PURPOSE.contains(text.name()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iss\":\"a\",\"iss\":\"b\"}",
        "{\"iss\":\"a\",\"\\u0069ss\":\"b\"}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "\uFEFF{}",
        "{} {}",
        "{}x",
        "[]",
        "null",
        "",
        "{\"exp\":1e}",
        "{\"exp\":01}",
        "{\"exp\":NaN}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":\"\u0000\"}",
        "/**/{}"
      })
  void whatIsNotOnePlainObjectIsRefused(String text) {
    assertThat(JsonObject.parse(text.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff",
        "\u00c0\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00c3"
      })
  void invalidUtf8IsRefusedAndNotReplaced(String bytes) {
    byte[] text = ("{\"a\":\"" + bytes + "\"}").getBytes(ISO_8859_1);

    assertThat(JsonObject.parse(text)).isEmpty();
  }

  @Test
  void eightLevelsAreReadAndNineAreNot() {
    assertThat(JsonObject.parse(nested(8))).isPresent();
    assertThat(JsonObject.parse(nested(9))).isEmpty();
    assertThat(JsonObject.parse(nested(100_000))).isEmpty();
  }

  @Test
  void aNumberOf200DigitsIsRefused() {
    assertThat(JsonObject.parse(("{\"exp\":" + "9".repeat(200) + "}").getBytes(UTF_8))).isEmpty();
  }

  private static byte[] nested(int levels) {
    return ("{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1)).getBytes(UTF_8);
  }

  private static byte[] member(byte[] text) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes("{\"a\":".getBytes(UTF_8));
    whole.writeBytes(text);
    whole.writeBytes("}".getBytes(UTF_8));
    return whole.toByteArray();
  }

  static Stream<Text> textsOfTheSuite() throws IOException {
    JsonNode suite =
        new ObjectMapper()
            .readTree(SharedVectors.file("json-test-suite/test_parsing.json").toFile());
    return StreamSupport.stream(suite.get("cases").spliterator(), false)
        .map(AmbiguousJsonIsRefused::text);
  }

  private static Text text(JsonNode node) {
    return new Text(
        node.get("name").asText(), node.get("expect").asText(), node.get("bytes_base64").asText());
  }
}
