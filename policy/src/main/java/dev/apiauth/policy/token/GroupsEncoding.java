package dev.apiauth.policy.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a provider writes groups into a claim (A10). A shape that was not declared is never guessed.
 */
public sealed interface GroupsEncoding {

  /** The groups; empty if the value has another shape. */
  Optional<List<String>> read(JsonValue value);

  /** An array of strings (RFC 9068, section 2.2.3.1). A string is not split. */
  record Array() implements GroupsEncoding {
    @Override
    public Optional<List<String>> read(JsonValue value) {
      return value.strings();
    }
  }

  /**
   * An array of strings, or one string when there is only one group (ADFS). The string is one name,
   * whatever is in it.
   */
  record ArrayOrSingle() implements GroupsEncoding {
    @Override
    public Optional<List<String>> read(JsonValue value) {
      return value.strings().or(() -> value.string().map(List::of));
    }
  }

  /**
   * One string with a separator between the names (OneLogin: {@code ;}).
   *
   * @param separator a single character, taken literally
   */
  record Separated(char separator) implements GroupsEncoding {
    @Override
    public Optional<List<String>> read(JsonValue value) {
      return value.string().map(this::split);
    }

    private List<String> split(String text) {
      String literally = Pattern.quote(String.valueOf(separator));
      return Arrays.stream(text.split(literally, -1)).map(String::strip).toList();
    }
  }
}
