package dev.apiauth.cli;

import dev.apiauth.cli.input.UnusableInputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells an unreadable input from a defect: the one is said in a line, the other with its trace. */
final class Complaints implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof UnusableInputException unusable) {
      command.getErr().println("apiauth: " + unusable.getMessage());
      return ExitCode.USAGE;
    }
    command.getErr().println("apiauth: a defect of this program");
    failure.printStackTrace(command.getErr());
    return ExitCode.DEFECT;
  }
}
