package dev.apiauth.cli.token;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code apiauth token}: the list of its commands. */
@Command(
    name = "token",
    description =
        "API tokens in Secrets, which a policy finds by credentials.apiTokens.secretSelector.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand {

  private TokenCommand() {}

  /** The command with its own commands, at that clock's time. */
  public static CommandLine at(InstantSource clock) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new NewTokenCommand(clock))
        .addSubcommand(new ListTokensCommand(clock))
        .addSubcommand(new RevokeTokenCommand());
  }
}
