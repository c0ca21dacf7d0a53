package dev.apiauth.sidecar.egress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to a provider. It may hold tokens and secrets, so its text says where it leads and
 * nothing else.
 *
 * @param method GET or POST
 * @param url where; judged anew on every call. Holds no secret: a failure may name it
 * @param query parameters that are added to the URL's own; not encoded yet
 * @param headers fields beside those that every request has; a value in here wins
 * @param content what is posted; empty for nothing
 * @param patience how long the whole of it may take, from resolving the name to the last byte
 */
public record EgressRequest(
    HttpMethod method,
    String url,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<Content> content,
    Duration patience) {

  /**
   * What is posted.
   *
   * @param mediaType as {@code Content-Type} says it
   * @param bytes the body
   */
  public record Content(String mediaType, Buffer bytes) {

    /** The media type and the length. */
    @Override
    public String toString() {
      return mediaType + ", " + bytes.length() + " bytes";
    }
  }

  /** Keeps copies, in an order that is always the same. */
  public EgressRequest {
    query = new TreeMap<>(query);
    headers = new TreeMap<>(headers);
  }

  /** A plain GET without any credential. */
  public static EgressRequest get(String url, Duration patience) {
    return new EgressRequest(HttpMethod.GET, url, Map.of(), Map.of(), Optional.empty(), patience);
  }

  @Override
  public String toString() {
    return method + " " + url;
  }
}
