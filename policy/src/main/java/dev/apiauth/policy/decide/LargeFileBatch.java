package dev.apiauth.policy.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.re2j.Pattern;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A request of Git LFS's batch API, which says in its body whether it wants to fetch or to send
 * (Git LFS API, batch).
 */
public final class LargeFileBatch {

  /** The longest body that is read, in bytes: some ten thousand objects. */
  public static final int LONGEST = 1024 * 1024;

  private static final Pattern READABLE =
      Pattern.compile(
          "application/(vnd\\.git-lfs\\+)?json( *; *charset *= *\"?utf-?8\"?)?",
          Pattern.CASE_INSENSITIVE);

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private LargeFileBatch() {}

  /**
   * What the request does. Read only where exactly one reading of the body is possible and that one
   * is {@code "operation": "download"}; whatever else it is, the product might take it for an
   * upload.
   */
  public static Operation operation(HeaderFields headers, byte[] body) {
    return isPlain(headers) && operations(body).equals(List.of("download"))
        ? Operation.Read
        : Operation.Write;
  }

  private static boolean isPlain(HeaderFields headers) {
    return !headers.has("Content-Encoding")
        && headers.all("Content-Type").stream().allMatch(READABLE::matches);
  }

  /** The values of the member in every letter case; none where the body is no JSON object. */
  private static List<String> operations(byte[] body) {
    var found = new ArrayList<String>();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) return List.of();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equalsIgnoreCase("operation");
        JsonToken value = json.nextToken();
        if (wanted) found.add(value == JsonToken.VALUE_STRING ? json.getText() : "");
        json.skipChildren();
      }
      return json.nextToken() == null ? found : List.of();
    } catch (IOException noJson) {
      return List.of();
    }
  }
}
