package dev.apiauth.policy.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads {@code iss} from the payload of a compact JWS; bounded, strict, and without any trust in
 * what it reads.
 */
public final class PayloadIssuer implements UnverifiedIssuer {

  private static final int LONGEST = 65_536;

  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .build();

  @Override
  public Optional<String> of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first <= 0
        || second < 0
        || token.length() > LONGEST
        || token.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    try {
      return issuer(Base64.getUrlDecoder().decode(token.substring(first + 1, second)));
    } catch (IOException | IllegalArgumentException notAJwt) {
      return Optional.empty();
    }
  }

  private Optional<String> issuer(byte[] payload) throws IOException {
    try (JsonParser parser = json.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("iss")) {
          return value == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    }
  }
}
