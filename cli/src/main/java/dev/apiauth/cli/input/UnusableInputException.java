package dev.apiauth.cli.input;

/** Something that the command line names cannot be used; the message says what, and why. */
public final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableInputException(String message) {
    super(message);
  }
}
