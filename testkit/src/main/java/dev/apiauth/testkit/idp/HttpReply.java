package dev.apiauth.testkit.idp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a provider answers.
 *
 * @param status of HTTP
 * @param headers beside those of the connection and the length; without {@code Content-Type} it is
 *     {@code application/json}
 * @param body as UTF-8; may be empty
 */
public record HttpReply(int status, Map<String, String> headers, String body) {

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  /** A JSON object with 200. */
  public static HttpReply json(Map<String, ?> members) {
    return json(200, members);
  }

  /** A JSON object with that status; a member's value may be a list or map. */
  public static HttpReply json(int status, Map<String, ?> members) {
    return new HttpReply(status, Map.of(), CompactToken.json(members));
  }

  /** A JSON array with 200. */
  public static HttpReply jsonArray(List<?> items) {
    return document(CompactToken.json(items));
  }

  /** Text that is JSON already, with 200. */
  public static HttpReply document(String json) {
    return new HttpReply(200, Map.of(), json);
  }

  /** The same with one more header. */
  public HttpReply with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, more, body);
  }
}
