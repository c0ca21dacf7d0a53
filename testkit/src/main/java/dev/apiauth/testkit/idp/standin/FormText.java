package dev.apiauth.testkit.idp.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code application/x-www-form-urlencoded}, which queries are written in too. */
final class FormText {

  private FormText() {}

  static Map<String, String> decoded(String text) {
    var fields = new LinkedHashMap<String, String>();
    Arrays.stream(text.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> fields.put(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1])));
    return fields;
  }

  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign stands for itself
    }
  }
}
