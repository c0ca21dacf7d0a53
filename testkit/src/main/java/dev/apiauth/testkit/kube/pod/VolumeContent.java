package dev.apiauth.testkit.kube.pod;

import java.util.Map;

/** What belongs into a volume that is made of objects. */
sealed interface VolumeContent {

  /**
   * @param byPath relative paths
   */
  record Files(Map<String, VolumeFile> byPath) implements VolumeContent {

    public Files {
      byPath = Map.copyOf(byPath);
    }
  }

  /**
   * @param sentence what is not there, yet
   */
  record Missing(String sentence) implements VolumeContent {}
}
