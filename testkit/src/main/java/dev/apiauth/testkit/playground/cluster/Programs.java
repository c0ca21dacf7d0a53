package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.kube.binaries.Bundle;
import dev.apiauth.testkit.kube.binaries.KubernetesBinaries;
import dev.apiauth.testkit.playground.Screen;
import java.time.Duration;

/** Kubernetes' own programs. Where they must be fetched or built, the screen tells how it goes. */
final class Programs {

  private Programs() {}

  static KubernetesBinaries here(Screen screen) {
    long start = System.nanoTime();
    var cache = TestCache.ofMachine();
    var binaries =
        KubernetesBinaries.in(
            cache,
            sentence -> screen.underWay(sentence, Duration.ofNanos(System.nanoTime() - start)));
    screen.step(
        "Kubernetes' own programs, kept in " + cache.root(),
        () -> {
          for (Bundle bundle : Bundle.values()) binaries.directory(bundle);
          return binaries;
        });
    return binaries;
  }
}
