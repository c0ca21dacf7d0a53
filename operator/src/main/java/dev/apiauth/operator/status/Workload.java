package dev.apiauth.operator.status;

/** The workload that a resource protects. */
public sealed interface Workload {

  /** Its name, without its kind. */
  String name();

  /** It does not exist in the resource's namespace. */
  record Absent(String name) implements Workload {}

  /**
   * It exists.
   *
   * @param name its name
   * @param desired how many pods it wants
   * @param form how the sidecar is put into its pods
   */
  record Present(String name, int desired, SidecarForm form) implements Workload {}

  /** How the sidecar is put into a pod. */
  enum SidecarForm {
    /** An init container that stays: it starts before the product and ends after it. */
    NATIVE,
    /** An ordinary container, since a kubelet is too old or the installation says so. */
    ORDINARY
  }
}
