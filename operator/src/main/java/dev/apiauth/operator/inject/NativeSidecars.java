package dev.apiauth.operator.inject;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the installation wants of native sidecars. */
public enum NativeSidecars {
  /** Native where every kubelet is at least 1.33, which is where they are stable. */
  AUTO,
  /** Native whatever the kubelets are. */
  ALWAYS,
  /** An ordinary container. */
  NEVER;

  private static final Pattern VERSION = Pattern.compile("^v?(\\d+)\\.(\\d+)");
  private static final int STABLE_SINCE = 33;

  /**
   * The form that the sidecar takes.
   *
   * @param kubelets the versions that the nodes report, such as {@code v1.34.4}; as long as there
   *     are none the ordinary form is taken, which every kubelet runs
   */
  public SidecarKind kind(Collection<String> kubelets) {
    return switch (this) {
      case ALWAYS -> SidecarKind.NATIVE;
      case NEVER -> SidecarKind.ORDINARY;
      case AUTO ->
          !kubelets.isEmpty() && kubelets.stream().allMatch(NativeSidecars::isStableIn)
              ? SidecarKind.NATIVE
              : SidecarKind.ORDINARY;
    };
  }

  private static boolean isStableIn(String kubelet) {
    Matcher version = VERSION.matcher(kubelet);
    return version.find()
        && (Integer.parseInt(version.group(1)) > 1
            || Integer.parseInt(version.group(2)) >= STABLE_SINCE);
  }
}
