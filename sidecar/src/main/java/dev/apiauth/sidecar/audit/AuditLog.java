package dev.apiauth.sidecar.audit;

/** Takes a line for every decision. */
public interface AuditLog {

  /** Records nothing; for programs that only ask the pipeline. */
  AuditLog NONE = line -> {};

  /**
   * Takes the line and returns at once: it neither waits nor fails. A line that cannot be written
   * in time is dropped and counted.
   */
  void record(AuditLine line);
}
