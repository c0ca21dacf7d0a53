package dev.apiauth.operator.tokens;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.apiauth.operator.log.LogLineEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What an operator of this process logs, more of it than anybody would switch on. */
final class OperatorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final LogLineEncoder encoder = new LogLineEncoder();
  private final Logger root;
  private final Level before;

  private OperatorLog() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    before = root.getLevel();
    setContext(context);
  }

  static OperatorLog atDebug() {
    var log = new OperatorLog();
    log.start();
    log.root.addAppender(log);
    log.root.setLevel(Level.DEBUG);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
  }

  String text() {
    return String.join("", lines);
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(this);
  }
}
