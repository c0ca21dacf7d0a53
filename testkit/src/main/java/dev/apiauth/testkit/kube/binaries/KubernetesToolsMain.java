package dev.apiauth.testkit.kube.binaries;

import dev.apiauth.testkit.cache.TestCache;
import java.util.Objects;

/**
 * Fetches or builds everything that a control plane needs, up front: for the quickstart and for a
 * CI that does this while Maven compiles.
 *
 * <p>Exit code 0: all of it lies in the cache; 1: something is missing, and standard error says
 * what to do.
 */
public final class KubernetesToolsMain {

  private KubernetesToolsMain() {}

  /** Takes no arguments; system property {@code apiauth.cache} names another cache. */
  public static void main(String[] arguments) {
    System.exit(fetchInto(TestCache.ofMachine(), Progress.onStandardError()));
  }

  static int fetchInto(TestCache cache, Progress progress) {
    var binaries = KubernetesBinaries.in(cache, progress);
    try {
      for (var bundle : Bundle.values()) {
        progress.says("%s: %s".formatted(bundle, binaries.directory(bundle)));
      }
      return 0;
    } catch (IllegalStateException e) {
      progress.says(Objects.requireNonNullElse(e.getMessage(), "no reason is known"));
      return 1;
    }
  }
}
