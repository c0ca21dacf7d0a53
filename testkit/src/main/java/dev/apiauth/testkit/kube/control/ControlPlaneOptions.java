package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.kube.binaries.KubernetesBinaries;
import java.util.List;

/**
 * What a test may want otherwise.
 *
 * @param binaries where the programs come from
 * @param apiServerFlags added to kube-apiserver's own; of a flag that is there twice the last
 *     counts
 * @param controllerManagerFlags the same for kube-controller-manager
 */
public record ControlPlaneOptions(
    KubernetesBinaries binaries, List<String> apiServerFlags, List<String> controllerManagerFlags) {

  public ControlPlaneOptions {
    apiServerFlags = List.copyOf(apiServerFlags);
    controllerManagerFlags = List.copyOf(controllerManagerFlags);
  }

  /** This machine's programs, no flags added. */
  public static ControlPlaneOptions defaults() {
    return new ControlPlaneOptions(KubernetesBinaries.ofMachine(), List.of(), List.of());
  }

  /** The same with other programs. */
  public ControlPlaneOptions with(KubernetesBinaries others) {
    return new ControlPlaneOptions(others, apiServerFlags, controllerManagerFlags);
  }

  /** The same with these flags for the API server. */
  public ControlPlaneOptions withApiServerFlags(String... flags) {
    return new ControlPlaneOptions(binaries, List.of(flags), controllerManagerFlags);
  }

  /** The same with these flags for the controller manager. */
  public ControlPlaneOptions withControllerManagerFlags(String... flags) {
    return new ControlPlaneOptions(binaries, apiServerFlags, List.of(flags));
  }
}
