package dev.apiauth.testkit.kube.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** kubectl with one cluster's kubeconfig; nothing of the user's own configuration reaches it. */
public final class Kubectl {

  private final CommandLineTool tool;

  private Kubectl(CommandLineTool tool) {
    this.tool = tool;
  }

  /**
   * One that talks to the cluster of the kubeconfig.
   *
   * @param scratch a directory for its cache and output
   */
  public static Kubectl of(Path executable, Path kubeconfig, Path scratch) {
    var environment =
        Map.of(
            "KUBECONFIG", kubeconfig.toString(),
            "KUBECACHEDIR", scratch.resolve("kubectl-cache").toString(),
            "KUBERC", "off");
    return new Kubectl(new CommandLineTool(executable, scratch, environment));
  }

  /**
   * Runs it and answers what it wrote to standard output.
   *
   * @throws IllegalStateException with both outputs if it does not end with exit code 0
   */
  public String run(String... arguments) {
    return tool.run("", List.of(arguments));
  }

  /** The same with standard input, such as a manifest for {@code apply -f -}. */
  public String runWith(String stdin, String... arguments) {
    return tool.run(stdin, List.of(arguments));
  }

  /** Runs it, whatever it comes to. */
  public ToolResult attempt(String... arguments) {
    return tool.attempt("", List.of(arguments));
  }

  /** The same with standard input. */
  public ToolResult attemptWith(String stdin, String... arguments) {
    return tool.attempt(stdin, List.of(arguments));
  }
}
