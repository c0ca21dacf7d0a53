package dev.apiauth.cli.render;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which format a command answers. */
public final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or yaml (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  /** Writes an answer to the command's standard output. */
  public void print(Answer answer, CommandSpec command) {
    var out = command.commandLine().getOut();
    out.print(format.render(answer));
    out.flush();
  }
}
