package dev.apiauth.testkit.kube.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Helm with one cluster's kubeconfig. Charts that are rendered without asking the cluster are
 * rendered for its version of Kubernetes, not for the one that Helm was built with.
 */
public final class Helm {

  private static final List<String> ASK_NO_CLUSTER = List.of("template", "lint");

  private final CommandLineTool tool;
  private final String kubernetesVersion;

  private Helm(CommandLineTool tool, String kubernetesVersion) {
    this.tool = tool;
    this.kubernetesVersion = kubernetesVersion;
  }

  /**
   * One that talks to the cluster of the kubeconfig.
   *
   * @param kubernetesVersion of that cluster, such as {@code 1.34.4}
   * @param scratch a directory for its caches and output
   */
  public static Helm of(Path executable, Path kubeconfig, String kubernetesVersion, Path scratch) {
    var environment =
        Map.of(
            "KUBECONFIG", kubeconfig.toString(),
            "HELM_CACHE_HOME", scratch.resolve("helm-cache").toString(),
            "HELM_CONFIG_HOME", scratch.resolve("helm-config").toString(),
            "HELM_DATA_HOME", scratch.resolve("helm-data").toString());
    return new Helm(new CommandLineTool(executable, scratch, environment), kubernetesVersion);
  }

  /**
   * Runs it and answers what it wrote to standard output.
   *
   * @throws IllegalStateException with both outputs if it does not end with exit code 0
   */
  public String run(String... arguments) {
    return tool.run("", versioned(arguments));
  }

  /** Runs it, whatever it comes to. */
  public ToolResult attempt(String... arguments) {
    return tool.attempt("", versioned(arguments));
  }

  private List<String> versioned(String... arguments) {
    var words = new ArrayList<>(List.of(arguments));
    boolean says = words.stream().anyMatch(word -> word.startsWith("--kube-version"));
    if (!words.isEmpty() && ASK_NO_CLUSTER.contains(words.getFirst()) && !says) {
      words.add("--kube-version=" + kubernetesVersion);
    }
    return words;
  }
}
