package dev.apiauth.testkit.http;

import java.util.List;
import java.util.Optional;

/**
 * The field lines of a message, in their order and spelling.
 *
 * @param lines as they came, with optional white space around the value removed
 */
public record RawHeaders(List<Line> lines) {

  /** One field line (RFC 9112, section 5). */
  public record Line(String name, String value) {}

  public RawHeaders {
    lines = List.copyOf(lines);
  }

  /** The values of all lines of that name, whose case does not matter. */
  public List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Line::value)
        .toList();
  }

  /** The value of the first line of that name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  /** Whether a comma-separated field, such as {@code Connection}, lists that token. */
  public boolean lists(String name, String token) {
    return all(name).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(member -> member.strip().equalsIgnoreCase(token));
  }
}
