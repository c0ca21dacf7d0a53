package dev.apiauth.cli;

import dev.apiauth.cli.explain.ExplainCommand;
import dev.apiauth.cli.lint.LintCommand;
import dev.apiauth.cli.provider.ProviderCommand;
import dev.apiauth.cli.report.ReportCommand;
import dev.apiauth.cli.token.TokenCommand;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program, and the list of its commands. */
@Command(
    name = "apiauth",
    description = "Checks, explains and serves AtlassianApiAuth policies from the command line.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 findings or refused, 2 wrong command line or unreadable file,",
      "3 not answered, 70 a defect of this program."
    })
public final class Apiauth {

  private Apiauth() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "apiauth-logback.xml");
    System.exit(commandLine(InstantSource.system()).execute(arguments));
  }

  /**
   * The whole command line.
   *
   * @param clock what "now" is, for everything that ends
   */
  public static CommandLine commandLine(InstantSource clock) {
    return new CommandLine(new Apiauth())
        .addSubcommand(new LintCommand(clock))
        .addSubcommand(new ExplainCommand(clock))
        .addSubcommand(TokenCommand.at(clock))
        .addSubcommand(ProviderCommand.at(clock))
        .addSubcommand(new ReportCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageComplaints())
        .setExecutionExceptionHandler(new Complaints());
  }
}
