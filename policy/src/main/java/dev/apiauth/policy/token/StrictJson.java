package dev.apiauth.policy.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads JSON that two parsers could not understand differently: one text in valid UTF-8 (RFC 8259,
 * section 8.1), no byte order mark, no member twice in an object (J3, J16), nesting and numbers
 * bounded (CVE-2025-53864).
 */
final class StrictJson {

  /** Objects and arrays within each other; RFC 7515 needs two, a key set four. */
  private static final int MAX_NESTING = 8;

  /** Digits of a number. A NumericDate has ten. */
  private static final int MAX_NUMBER_LENGTH = 128;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** The text's root, or empty if the bytes are not such a text. */
  static Optional<JsonNode> read(byte[] utf8) {
    return decode(utf8).flatMap(StrictJson::parse);
  }

  private static Optional<String> decode(byte[] utf8) {
    try {
      // A decoder reports by default; new String(bytes) would replace what is malformed.
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }
}
