package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A container that is to be started, with all that its pod says of it already worked out.
 *
 * @param container as admission returned it
 * @param command in the place of the image's entry point; may be empty
 * @param arguments variables are expanded, mount paths lead to the folders on this machine
 * @param environment likewise
 */
public record ContainerCall(
    Container container,
    List<String> command,
    List<String> arguments,
    Map<String, String> environment) {

  public ContainerCall {
    command = List.copyOf(command);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** Command and arguments, which is what an image without an entry point runs. */
  public List<String> words() {
    return Stream.concat(command.stream(), arguments.stream()).toList();
  }
}
