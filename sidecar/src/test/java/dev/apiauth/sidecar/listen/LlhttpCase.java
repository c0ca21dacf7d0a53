package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One of llhttp's own test cases for strict requests.
 *
 * @param where file and line in llhttp, the case's identity
 * @param octets what is sent; the vectors lack the line end that ends the text block they were
 *     taken from, and say nothing of Host, which we demand: both are added
 * @param errorCode llhttp's, 0 where it accepts. 5, 22 and 23 are no errors but pauses
 * @param complete how many messages llhttp reads to their end
 */
public record LlhttpCase(String where, String name, String octets, int errorCode, int complete) {

  private static final List<Integer> PAUSES = List.of(5, 22, 23);
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(?m)^([A-Z-]+ \\S+ HTTP/1\\.[01]\r\n)");

  private static final Pattern LOG_OFFSET = Pattern.compile("off=(\\d+)(?: len=(\\d+))?");

  public boolean isAccepted() {
    return errorCode == 0;
  }

  public boolean isPause() {
    return PAUSES.contains(errorCode);
  }

  public static List<LlhttpCase> all() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(SharedVectors.file("llhttp/llhttp-cases.json").toFile());
    return StreamSupport.stream(file.get("cases").spliterator(), false)
        .filter(c -> c.get("kind").asText().equals("http"))
        .filter(c -> c.get("type").asText().equals("request"))
        .map(LlhttpCase::of)
        .toList();
  }

  private static LlhttpCase of(JsonNode c) {
    String raw = new String(Base64.getDecoder().decode(c.get("raw_base64").asText()), ISO_8859_1);
    return new LlhttpCase(
        c.get("file").asText() + ":" + c.get("line").asInt(),
        c.get("name").asText(),
        withHost(raw) + lostLineEnd(raw, c),
        c.path("error_code").asInt(0),
        c.get("messages_complete").asInt());
  }

  /** After an error it changes nothing; without it a head that is refused as a whole never ends. */
  private static String lostLineEnd(String raw, JsonNode c) {
    int logEnd =
        LOG_OFFSET
            .matcher(c.get("log").toString())
            .results()
            .mapToInt(LlhttpCase::end)
            .max()
            .orElse(0);
    int errorCode = c.path("error_code").asInt(0);
    boolean isError = errorCode != 0 && !PAUSES.contains(errorCode);
    return isError || logEnd > raw.length() ? "\r\n" : "";
  }

  private static int end(MatchResult offset) {
    String length = offset.group(2);
    return Integer.parseInt(offset.group(1)) + (length == null ? 0 : Integer.parseInt(length));
  }

  private static String withHost(String raw) {
    return raw.toLowerCase(Locale.ROOT).contains("host:")
        ? raw
        : REQUEST_LINE.matcher(raw).replaceAll("$1Host: example.com\r\n");
  }

  @Override
  public String toString() {
    return where + " " + name;
  }
}
