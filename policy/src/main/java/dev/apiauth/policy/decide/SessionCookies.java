package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.HeaderFields;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cookies by which the product would take a request for a user's.
 *
 * @param pairs each as {@code name=value}, in order
 */
public record SessionCookies(List<String> pairs) {

  /** None. */
  public static final SessionCookies NONE = new SessionCookies(List.of());

  /** The pairs are copied. */
  public SessionCookies {
    pairs = List.copyOf(pairs);
  }

  /** Finds them among a request's cookies (RFC 6265, section 4.2.1). */
  public static SessionCookies among(HeaderFields headers, Set<String> names) {
    List<String> lines = headers.all("Cookie");
    if (lines.isEmpty()) return NONE;
    return new SessionCookies(
        lines.stream()
            .flatMap(SessionCookies::pairs)
            .filter(pair -> names.contains(name(pair)))
            .toList());
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** The cookies of a header line, one by one. */
  public static Stream<String> pairs(String line) {
    return Arrays.stream(line.split(";", -1)).map(String::strip).filter(pair -> !pair.isEmpty());
  }

  /** The name of a cookie, without the quotes and spaces that some containers forgive. */
  public static String name(String pair) {
    int equals = pair.indexOf('=');
    return (equals < 0 ? pair : pair.substring(0, equals)).strip();
  }

  @Override
  public String toString() {
    return "SessionCookies[" + pairs.size() + "]";
  }
}
