package dev.apiauth.cli.provider;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code apiauth provider}: the list of its commands. */
@Command(
    name = "provider",
    description = "Identity providers, as a policy sees them.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND")
public final class ProviderCommand {

  private ProviderCommand() {}

  /** The command with its own commands, at that clock's time. */
  public static CommandLine at(InstantSource clock) {
    return new CommandLine(new ProviderCommand()).addSubcommand(new ProviderCheckCommand(clock));
  }
}
