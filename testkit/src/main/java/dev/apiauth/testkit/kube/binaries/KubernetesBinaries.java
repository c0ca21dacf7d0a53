package dev.apiauth.testkit.kube.binaries;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.kube.binaries.Supply.Outcome.Failed;
import dev.apiauth.testkit.kube.binaries.Supply.Outcome.Supplied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the programs of a control plane lie. What this machine does not have yet is fetched when it
 * is first asked for, which takes minutes where it must be built.
 */
public final class KubernetesBinaries {

  private final TestCache cache;
  private final Platform platform;
  private final List<Supply> supplies;
  private final Progress progress;

  KubernetesBinaries(TestCache cache, Platform platform, List<Supply> supplies, Progress progress) {
    this.cache = cache;
    this.platform = platform;
    this.supplies = List.copyOf(supplies);
    this.progress = progress;
  }

  /** In the cache of this machine, with a line per step on standard error. */
  public static KubernetesBinaries ofMachine() {
    return in(TestCache.ofMachine(), Progress.onStandardError());
  }

  /** In that cache: downloaded where it is open, else built where there is Go. */
  public static KubernetesBinaries in(TestCache cache, Progress progress) {
    var here = Platform.here();
    return new KubernetesBinaries(
        cache,
        here,
        List.of(
            new ReleaseDownload(Origins.official(), here, progress),
            new GoModuleBuild("go", progress)),
        progress);
  }

  /**
   * The executable of that name, such as {@code kubectl}.
   *
   * @throws IllegalStateException with what to do about it if there is no way to come by it
   */
  public Path executable(String program) {
    for (var bundle : Bundle.values()) {
      if (bundle.programs().contains(program)) {
        return directory(bundle).resolve(program);
      }
    }
    throw new IllegalArgumentException("no bundle has the program " + program);
  }

  /** The directory with all programs of the bundle; see {@link #executable}. */
  public Path directory(Bundle bundle) {
    return cache.entry(bundle.entryName(platform), directory -> fill(bundle, directory));
  }

  private void fill(Bundle bundle, Path directory) throws IOException {
    var failures = new ArrayList<String>();
    for (var supply : supplies) {
      switch (supply.fill(bundle, directory)) {
        case Supplied() -> {
          return;
        }
        case Failed(String why) -> failures.add(why);
      }
      progress.says("%s: %s".formatted(bundle, failures.getLast()));
      TestCache.remove(directory);
      Files.createDirectories(directory);
    }
    throw new IllegalStateException(missing(bundle, failures));
  }

  private String missing(Bundle bundle, List<String> failures) {
    return "%s is not in %s, and there is no way to come by it: %s."
        .formatted(bundle, cache.root(), String.join("; ", failures));
  }
}
