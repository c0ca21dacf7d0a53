package dev.apiauth.operator.status;

/**
 * An event to be written about a resource.
 *
 * @param severity how loud it is
 * @param reason the reason of the condition that changed
 * @param message the condition, its status and its message; at most 1024 characters
 */
public record StatusEvent(Severity severity, String reason, String message) {

  /** The types of events; the names are Kubernetes' own. */
  public enum Severity {
    /** For the record. */
    Normal,
    /** Somebody should look. */
    Warning
  }
}
