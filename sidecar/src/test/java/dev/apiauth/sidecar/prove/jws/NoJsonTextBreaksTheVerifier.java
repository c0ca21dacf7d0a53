package dev.apiauth.sidecar.prove.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 318 JSON texts, well formed and not, as header, payload and key set: answered, never an
 * exception, never a hang (B10).
 */
class NoJsonTextBreaksTheVerifier {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
  private static final KeySet NO_KEYS =
      KeySet.parse("{\"keys\":[]}".getBytes(StandardCharsets.UTF_8)).orElseThrow();

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void everyTextIsAnswered(String name, String base64) {
    byte[] text = Base64.getDecoder().decode(base64);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatCode(() -> answer(text)).as(name).doesNotThrowAnyException());
  }

  private static void answer(byte[] text) {
    assertThat(verify(encode(text) + "." + HEADER + ".AAAA")).isInstanceOf(Outcome.Refused.class);
    assertThat(verify(HEADER + "." + encode(text) + ".AAAA")).isInstanceOf(Outcome.Refused.class);
    CompactJws.read(HEADER + "." + encode(text) + ".AAAA", 1 << 20).then(CompactJws::claims);
    KeySet.parse(text);
    KeySet.parse(within("{\"keys\":", text, "}"));
    assertThat(KeySet.parse(within("{\"keys\":[", text, "]}")).map(KeySet::size).orElse(0))
        .isZero();
    KeySet.parse(within("{\"keys\":[{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":", text, "}]}"));
    KeySet.parse(within("{\"keys\":[{\"kty\":", text, "}]}"));
  }

  private static Outcome<ProvenJws> verify(String token) {
    return CompactJws.read(token, 1 << 20)
        .then(read -> new StrictJws(JwsAlgorithm.ASYMMETRIC).verify(read, NO_KEYS));
  }

  private static byte[] within(String before, byte[] text, String after) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(text);
    whole.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private static String encode(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  static Stream<Arguments> texts() throws IOException {
    JsonNode suite =
        new ObjectMapper()
            .readTree(SharedVectors.file("json-test-suite/test_parsing.json").toFile());
    assertThat(suite.get("cases")).hasSize(318);
    return StreamSupport.stream(suite.get("cases").spliterator(), false)
        .map(text -> Arguments.of(text.get("name").asText(), text.get("bytes_base64").asText()));
  }
}
