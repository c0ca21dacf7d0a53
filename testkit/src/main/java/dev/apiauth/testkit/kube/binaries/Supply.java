package dev.apiauth.testkit.kube.binaries;

import java.io.IOException;
import java.nio.file.Path;

/** One way to come by programs. */
interface Supply {

  /** What became of an attempt. */
  sealed interface Outcome {

    /** The directory holds every program of the bundle. */
    record Supplied() implements Outcome {}

    /**
     * This way is closed on this machine; what lies in the directory is worth nothing.
     *
     * @param why part of a sentence, for people
     */
    record Failed(String why) implements Outcome {}
  }

  /**
   * Puts the bundle's programs into an empty directory. May take minutes.
   *
   * @throws IOException if the directory cannot be written to
   */
  Outcome fill(Bundle bundle, Path directory) throws IOException;
}
