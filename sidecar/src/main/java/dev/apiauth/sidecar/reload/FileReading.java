package dev.apiauth.sidecar.reload;

/** What came of reading files. */
public sealed interface FileReading {

  /** All of them were read. */
  record Read(FileSet files) implements FileReading {}

  /**
   * Not now: something is missing, or went away while it was being read. The next look may find it.
   */
  record Absent(String why) implements FileReading {}

  /** Not ever, as it is now: over a stated limit. */
  record TooLarge(String why) implements FileReading {}
}
