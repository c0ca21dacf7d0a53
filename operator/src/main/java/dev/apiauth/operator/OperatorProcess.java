package dev.apiauth.operator;

import ch.qos.logback.classic.LoggerContext;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** An operator that is a process: how it starts, and the two ways in which it ends. */
final class OperatorProcess {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);

  private OperatorProcess() {}

  /** Returns when the operator runs, or cannot. */
  static int run(OperatorOptions options) {
    KubernetesClient client = new KubernetesClientBuilder().build();
    ApiAuthOperator operator;
    try {
      operator = ApiAuthOperator.start(options, client, OperatorProcess::fail);
    } catch (IllegalStateException | UncheckedIOException | KubernetesClientException cause) {
      LOG.error("{}", cause.getMessage());
      return end(CommandLine.ExitCode.SOFTWARE);
    }
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("leave").unstarted(() -> leave(operator, client)));
    LOG.info("{} serves {}", options.identity(), operator.served());
    return CommandLine.ExitCode.OK;
  }

  /**
   * Ends the process at once, without the shutdown hook: another replica may write already. The
   * kubelet starts it again.
   */
  private static void fail(String why) {
    LOG.error("{}", why);
    Runtime.getRuntime().halt(end(CommandLine.ExitCode.SOFTWARE));
  }

  /** Ends the process as having done its work: a signal alone would make it 143. */
  private static void leave(ApiAuthOperator operator, KubernetesClient client) {
    operator.close();
    client.close();
    Runtime.getRuntime().halt(end(CommandLine.ExitCode.OK));
  }

  /** The log ends first, so that its last line is written. */
  private static int end(int status) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) log.stop();
    return status;
  }
}
