package dev.apiauth.sidecar.audit;

/** What was decided about a request, as audit lines and metrics say it. */
public enum Verdict {
  /** It went to the product. */
  ALLOW("allow"),
  /** It was refused. */
  DENY("deny"),
  /** It would have been refused; the mode is Shadow, so it went to the product. */
  WOULD_DENY("would-deny");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The stable word in audit lines and metric labels. */
  public String word() {
    return word;
  }
}
