package dev.apiauth.operator.tokens;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** All that an operator of this process could log, uncut: more than anybody would switch on. */
final class OperatorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<Verbose> loggers;

  private record Verbose(Logger logger, Level before) {}

  private OperatorLog(LoggerContext context) {
    loggers =
        Stream.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "dev.apiauth")
            .map(context::getLogger)
            .map(logger -> new Verbose(logger, logger.getLevel()))
            .toList();
    setContext(context);
  }

  static OperatorLog atDebug() {
    var log = new OperatorLog((LoggerContext) LoggerFactory.getILoggerFactory());
    log.start();
    log.loggers.forEach(verbose -> verbose.logger().setLevel(Level.DEBUG));
    log.loggers.getFirst().logger().addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    lines.add(event.getFormattedMessage());
    if (thrown != null) lines.add(ThrowableProxyUtil.asString(thrown));
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    loggers.getFirst().logger().detachAppender(this);
    loggers.forEach(verbose -> verbose.logger().setLevel(verbose.before()));
  }
}
