package dev.apiauth.policy.credential;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a query or of a form, as a servlet container reads them: percent-decoded,
 * {@code +} a space. Both {@code &} and {@code ;} separate, so that no spelling hides one.
 *
 * @param list the parameters in order
 */
public record Parameters(List<Parameter> list) {

  /** No parameters. */
  public static final Parameters NONE = new Parameters(List.of());

  /**
   * One parameter.
   *
   * @param name decoded
   * @param value decoded; empty if there is none
   */
  public record Parameter(String name, String value) {}

  /** Reads {@code application/x-www-form-urlencoded} text. A malformed escape stands for itself. */
  public static Parameters parse(String text) {
    if (text.isEmpty()) return NONE;
    var found = new ArrayList<Parameter>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '&' || text.charAt(at) == ';') {
        if (at > start) found.add(parameter(text.substring(start, at)));
        start = at + 1;
      }
    }
    return new Parameters(List.copyOf(found));
  }

  /**
   * The values of that name, in order. Names are compared exactly, as the servlet container does.
   */
  public List<String> all(String name) {
    return list.stream().filter(each -> each.name().equals(name)).map(Parameter::value).toList();
  }

  /** The first value of that name. */
  public Optional<String> first(String name) {
    return list.stream().filter(each -> each.name().equals(name)).map(Parameter::value).findFirst();
  }

  private static Parameter parameter(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Parameter(decode(text), "")
        : new Parameter(decode(text.substring(0, equals)), decode(text.substring(equals + 1)));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int escaped = c == '%' && at + 2 < text.length() ? hex(text, at + 1) : -1;
      if (escaped >= 0) at += 2;
      bytes.write(escaped >= 0 ? escaped : c == '+' ? ' ' : c);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
