package dev.apiauth.sidecar.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds one line of JSON out of text that is not to be trusted.
 *
 * <p>The line is printable ASCII: control characters, line separators and everything beyond ASCII
 * are escaped, so that no text can begin a line of its own or move a terminal's cursor.
 */
final class JsonLine {

  /** How much is looked at beyond the bound, so that a credential is not cut before it is seen. */
  private static final int LOOK_AHEAD = 512;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new EscapedDelete())
          .build();

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator json;

  /** Begins a line of this type, which is its first member. */
  JsonLine(String type) {
    try {
      json = JSON.createGenerator(text);
      json.writeStartObject();
      json.writeStringField("type", type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds text: redacted, then bounded to {@code most} characters. Empty text is left out. */
  JsonLine text(String name, String value, int most) {
    if (value.isEmpty()) return this;
    try {
      json.writeStringField(name, bounded(redacted(value, most), value.length(), most));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds text of our own making, as it is. */
  JsonLine word(String name, String value) {
    if (value.isEmpty()) return this;
    try {
      json.writeStringField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonLine number(String name, long value) {
    try {
      json.writeNumberField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line, without an end of line. */
  String end() {
    try {
      json.writeEndObject();
      json.close();
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String redacted(String value, int most) {
    return Redaction.of(value.substring(0, Math.min(value.length(), most + LOOK_AHEAD)));
  }

  private static String bounded(String value, int length, int most) {
    if (value.length() <= most) return value;
    return value.substring(0, most) + "...(" + length + " characters)";
  }

  /** DEL is the one control character that JSON lets through and that ASCII has. */
  private static final class EscapedDelete extends CharacterEscapes {

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
