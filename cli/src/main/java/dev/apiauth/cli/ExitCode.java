package dev.apiauth.cli;

/** What the end of a command says to a script; the same for every command. */
public final class ExitCode {

  /** Nothing to complain about; the request would be allowed; the login worked. */
  public static final int FINE = 0;

  /** There are findings; the request would be refused. */
  public static final int FINDINGS = 1;

  /** The command line is wrong, or a file that it names cannot be read. */
  public static final int USAGE = 2;

  /** Somebody who has to be asked did not answer, or may not be asked from here. */
  public static final int NOT_ANSWERED = 3;

  /** A defect of this program. */
  public static final int DEFECT = 70;

  private ExitCode() {}
}
