package dev.apiauth.testkit.kube.binaries;

import java.util.List;

/** Programs that are released, built and kept together. */
public enum Bundle {
  KUBERNETES("kubernetes", "1.34.4"),
  ETCD("etcd", "3.6.16"),
  HELM("helm", "3.22.0");

  private final String title;
  private final String version;

  Bundle(String title, String version) {
    this.title = title;
    this.version = version;
  }

  /** Such as {@code kubernetes}; also the name of the folder that says how to build it. */
  public String title() {
    return title;
  }

  /** Such as {@code 1.34.4}, without a leading v. */
  public String version() {
    return version;
  }

  /** The names of its executables. */
  public List<String> programs() {
    return switch (this) {
      case KUBERNETES ->
          List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl");
      case ETCD -> List.of("etcd");
      case HELM -> List.of("helm");
    };
  }

  /** What it is called in the cache: all that its content depends on. */
  String entryName(Platform platform) {
    return "%s-%s-%s-%s".formatted(title, version, platform.os(), platform.architecture());
  }

  @Override
  public String toString() {
    return title + " " + version;
  }
}
