package dev.apiauth.sidecar.egress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as a query or a form writes them ({@code application/x-www-form-urlencoded}). */
public final class QueryText {

  private QueryText() {}

  /** Names and values, encoded, in the map's order. */
  public static String of(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One name or value, encoded; a space becomes {@code +}. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A request target with more parameters at its end. */
  static String appended(String target, Map<String, String> parameters) {
    if (parameters.isEmpty()) return target;
    return target + (target.indexOf('?') < 0 ? "?" : "&") + of(parameters);
  }
}
