package dev.apiauth.operator.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a log event as one line of JSON: bounded, ASCII, with the members that the sidecar's lines
 * have: type, time, level, logger, thread, message, and stack where something was thrown.
 *
 * <p>It redacts nothing: the operator logs names, hashes and reasons, never content.
 */
public final class LogLineEncoder extends EncoderBase<ILoggingEvent> {

  private static final int LONGEST_MESSAGE = 4096;
  private static final int LONGEST_STACK = 8192;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public byte[] encode(ILoggingEvent event) {
    var text = new StringWriter(512);
    try (JsonGenerator line = JSON.createGenerator(text)) {
      write(event, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void write(ILoggingEvent event, JsonGenerator line) throws IOException {
    line.writeStartObject();
    line.writeStringField("type", "log");
    line.writeStringField("time", event.getInstant().toString());
    line.writeStringField("level", event.getLevel().toString());
    line.writeStringField("logger", event.getLoggerName());
    line.writeStringField("thread", event.getThreadName());
    line.writeStringField("message", bounded(event.getFormattedMessage(), LONGEST_MESSAGE));
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.writeStringField("stack", bounded(ThrowableProxyUtil.asString(thrown), LONGEST_STACK));
    }
    line.writeEndObject();
  }

  private static String bounded(String value, int most) {
    if (value.length() <= most) return value;
    return value.substring(0, most) + "...(" + value.length() + " characters)";
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
