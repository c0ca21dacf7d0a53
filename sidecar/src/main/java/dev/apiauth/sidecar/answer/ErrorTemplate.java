package dev.apiauth.sidecar.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A product's error shape, taken apart once so that filling it in is a concatenation.
 *
 * <p>Places are {@code $message}, {@code $code}, {@code $requestId} and {@code $status}, anywhere
 * in a string; a string that is {@code "$status"} and nothing else becomes a number.
 */
final class ErrorTemplate {

  /** What a template's places are filled with. */
  record Filling(String message, String code, String requestId, int status) {}

  private static final Pattern PLACE =
      Pattern.compile("(?<number>\"\\$status\")|\\$(?<name>message|code|requestId|status)");

  private final List<Part> parts;

  private ErrorTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Takes the shape apart. */
  static ErrorTemplate of(JsonNode shape) {
    String json = shape.toString();
    var parts = new ArrayList<Part>();
    var place = PLACE.matcher(json);
    int done = 0;
    while (place.find()) {
      parts.add(new Literal(json.substring(done, place.start())));
      parts.add(place.group("number") != null ? Place.STATUS : Place.named(place.group("name")));
      done = place.end();
    }
    parts.add(new Literal(json.substring(done)));
    return new ErrorTemplate(parts);
  }

  /** The JSON text; what is filled in is escaped, so it cannot change the shape. */
  String fill(Filling filling) {
    var text = new StringBuilder();
    for (Part part : parts) part.append(text, filling);
    return text.toString();
  }

  private sealed interface Part {
    void append(StringBuilder text, Filling filling);
  }

  private record Literal(String json) implements Part {
    @Override
    public void append(StringBuilder text, Filling filling) {
      text.append(json);
    }
  }

  private enum Place implements Part {
    MESSAGE,
    CODE,
    REQUEST_ID,
    STATUS;

    static Place named(String name) {
      return switch (name) {
        case "message" -> MESSAGE;
        case "code" -> CODE;
        case "requestId" -> REQUEST_ID;
        default -> STATUS;
      };
    }

    @Override
    public void append(StringBuilder text, Filling filling) {
      switch (this) {
        case MESSAGE -> quote(filling.message(), text);
        case CODE -> quote(filling.code(), text);
        case REQUEST_ID -> quote(filling.requestId(), text);
        case STATUS -> text.append(filling.status());
      }
    }

    private static void quote(String value, StringBuilder text) {
      JsonStringEncoder.getInstance().quoteAsString(value, text);
    }
  }
}
