package dev.apiauth.sidecar.audit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/**
 * Writes a log event as one line of JSON: redacted, bounded, printable ASCII.
 *
 * <p>Members: type, time, level, logger, thread, message, and stack where something was thrown.
 */
public final class LogLineEncoder extends EncoderBase<ILoggingEvent> {

  private static final int LONGEST_MESSAGE = 4096;
  private static final int LONGEST_STACK = 8192;
  private static final int LONGEST_NAME = 255;

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new JsonLine("log").word("time", event.getInstant().toString());
    line.word("level", event.getLevel().toString())
        .text("logger", event.getLoggerName(), LONGEST_NAME)
        .text("thread", event.getThreadName(), LONGEST_NAME)
        .text("message", event.getFormattedMessage(), LONGEST_MESSAGE);
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) line.text("stack", ThrowableProxyUtil.asString(thrown), LONGEST_STACK);
    return (line.end() + '\n').getBytes(StandardCharsets.US_ASCII);
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
