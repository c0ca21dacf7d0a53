package dev.apiauth.testkit.kube.pod;

import java.util.List;
import java.util.Map;

/**
 * A container's process, as anybody on the node could see it.
 *
 * @param container its name
 * @param command the whole command line
 * @param environment all of it
 */
public record RunningProcess(
    String container, long pid, List<String> command, Map<String, String> environment) {

  public RunningProcess {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
