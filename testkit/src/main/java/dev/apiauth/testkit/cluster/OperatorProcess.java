package dev.apiauth.testkit.cluster;

import dev.apiauth.testkit.kube.pod.LocalImage;
import dev.apiauth.testkit.process.LoggedProcess;
import dev.apiauth.testkit.scenario.Client;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator as a process of its own. Towards the API server it is the chart's service account.
 *
 * @param settings how it was started
 * @param process its handle
 */
public record OperatorProcess(OperatorSettings settings, LoggedProcess process)
    implements AutoCloseable {

  /**
   * Starts it, and returns when it is ready: it serves the webhook with a certificate of its own
   * authority, from filled caches.
   */
  public static OperatorProcess start(OperatorSettings settings) {
    var builder = new ProcessBuilder(command(settings));
    builder.environment().put("APIAUTH_LOG_LEVEL", "INFO"); // its log is a file, for whoever looks
    Path kubeconfig = settings.folder().resolve("operator.kubeconfig");
    builder
        .environment()
        .put("KUBECONFIG", settings.installation().operatorsKubeconfig(kubeconfig).toString());
    var operator =
        new OperatorProcess(
            settings,
            LoggedProcess.start("operator", builder, settings.folder().resolve("operator.log")));
    operator.process.await(operator::isReady, "did not become ready");
    return operator;
  }

  private static List<String> command(OperatorSettings settings) {
    var words = new ArrayList<String>();
    words.add(LocalImage.javaCommand());
    words.addAll(settings.jvm());
    words.addAll(List.of("-cp", settings.classPath(), "dev.apiauth.operator.OperatorCommand"));
    words.addAll(settings.arguments());
    return words;
  }

  /** Whether its readiness probe says so. */
  public boolean isReady() {
    try {
      var probe = new Client(URI.create("http://127.0.0.1:" + settings.probePort()));
      return probe.get("/readyz").send().status() == 200;
    } catch (UncheckedIOException notListening) {
      return false;
    }
  }

  /** Ends it as a crash would: at once, its lease not given back. */
  public void kill() {
    process.process().destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.close();
  }
}
