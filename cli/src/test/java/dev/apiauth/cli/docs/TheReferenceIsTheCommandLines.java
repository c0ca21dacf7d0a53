package dev.apiauth.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.Apiauth;
import dev.apiauth.cli.run.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The tables of options in {@code docs/cli.md} are what the program knows; {@code -Ddocs=write}
 * writes them.
 */
class TheReferenceIsTheCommandLines {

  private static final Path DOCS = Checkout.file("docs/cli.md");
  private static final Pattern TABLE =
      Pattern.compile("(<!-- options of (.+?) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  @Test
  void optionByOption() throws IOException {
    String docs = Checkout.text(DOCS);
    String expected = TABLE.matcher(docs).replaceAll(TheReferenceIsTheCommandLines::section);
    if (System.getProperty("docs", "").equals("write")) Files.writeString(DOCS, expected);

    assertThat(Checkout.text(DOCS)).isEqualTo(expected);
  }

  @Test
  void noCommandIsLeftOut() {
    String docs = Checkout.text(DOCS);

    assertThat(leaves(Apiauth.commandLine(InstantSource.system())))
        .extracting(command -> command.getCommandSpec().qualifiedName())
        .allSatisfy(name -> assertThat(docs).contains("<!-- options of %s -->".formatted(name)));
  }

  private static String section(java.util.regex.MatchResult table) {
    CommandLine command = Apiauth.commandLine(InstantSource.system());
    for (String word : table.group(2).split(" ")) {
      command = command.getSubcommands().getOrDefault(word, command);
    }
    return Matcher.quoteReplacement(table.group(1) + "\n" + rows(command) + "\n" + table.group(3));
  }

  private static String rows(CommandLine command) {
    var spec = command.getCommandSpec();
    var lines = new ArrayList<String>(List.of("| argument | meaning |", "|---|---|"));
    spec.positionalParameters().stream()
        .map(each -> row(each.paramLabel(), each))
        .forEach(lines::add);
    spec.options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(option -> row(label(option), option))
        .forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String label(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String row(String label, ArgSpec argument) {
    String description =
        Stream.of(argument.description()).collect(Collectors.joining(" ")).replace("|", "\\|");
    String meaning =
        description.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
    return "| `%s` | %s%s |"
        .formatted(
            label.replace("|", "\\|"),
            argument.required() && argument.group() == null ? "Required. " : "",
            meaning);
  }

  private static Stream<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : command.getSubcommands().values().stream().flatMap(TheReferenceIsTheCommandLines::leaves);
  }
}
