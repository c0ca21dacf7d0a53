package dev.apiauth.policy.check;

/**
 * What is wrong with a resource: where, what, and what to do about it. Operator, CLI and sidecar
 * print the same ones.
 *
 * @param field the path of the field, such as {@code spec.providers[0].audiences}; empty where the
 *     whole file is meant
 * @param message what is wrong. Where the API server says it too, these are its words
 * @param mend what to do about it, as a sentence without its full stop; empty where the message
 *     says it already
 * @param severity whether the resource is refused for it
 */
public record Problem(String field, String message, String mend, Severity severity) {

  /** An error whose message also says what to do. */
  public static Problem error(String field, String message) {
    return new Problem(field, message, "", Severity.ERROR);
  }

  /** An error and what to do about it. */
  public static Problem error(String field, String message, String mend) {
    return new Problem(field, message, mend, Severity.ERROR);
  }

  /** Something to know about an accepted resource, and what to do about it. */
  public static Problem warning(String field, String message, String mend) {
    return new Problem(field, message, mend, Severity.WARNING);
  }

  /** One line for people: {@code field: message. Mend}. */
  @Override
  public String toString() {
    String where = field.isEmpty() ? message : field + ": " + message;
    return mend.isEmpty() ? where : where + ". " + mend;
  }
}
