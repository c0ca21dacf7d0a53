package dev.apiauth.testkit.kube.pod;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to start a container's process, or another one beside it.
 *
 * @param command as it runs on this machine, in the pod's network
 * @param environment all of it
 * @param mounts for the commands of probes and hooks
 */
record Launch(
    List<String> command, Map<String, String> environment, Path directory, MountPaths mounts) {

  /** A builder with this environment. */
  ProcessBuilder process(List<String> words) {
    var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }
}
