package dev.apiauth.bench.party;

/** Why nothing can be measured, in one sentence for whoever runs the program. */
public final class BenchFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With that sentence. */
  public BenchFailure(String sentence) {
    super(sentence);
  }

  /** With that sentence, and what was behind it. */
  public BenchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
