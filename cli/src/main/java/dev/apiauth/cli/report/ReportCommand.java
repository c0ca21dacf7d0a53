package dev.apiauth.cli.report;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.cli.render.OutputOptions;
import dev.apiauth.policy.document.UsageReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code apiauth report}. */
@Command(
    name = "report",
    description = {
      "Adds up what sidecars have seen: what was refused or would be, for whom, by which rule; who"
          + " still",
      "uses passwords, from where, on what path, with which client."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description =
          "A sidecar's log, or its reports as JSON; - is standard input. May be repeated.")
  private List<String> files = List.of();

  @Option(
      names = "--channel",
      paramLabel = "URL",
      description =
          "A sidecar's operator channel, such as https://10.1.2.3:15082. May be repeated.")
  private List<String> channels = List.of();

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "With --channel: the operator's tls.crt, tls.key and ca.crt.")
  private @Nullable Path certificates;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many rows of each table are shown (default: ${DEFAULT-VALUE}).")
  private int top;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    if (files.isEmpty() && channels.isEmpty()) {
      throw new UnusableInputException("say where the reports are: --file or --channel");
    }
    var reports = new ArrayList<UsageReport>();
    files.forEach(file -> reports.addAll(ReportFiles.in(file)));
    int silent = askedSidecars(reports);
    output.print(new ReportAnswer(UsageSum.of(reports), top), command);
    return silent == 0 ? ExitCode.FINE : ExitCode.NOT_ANSWERED;
  }

  /** How many of the sidecars did not answer. */
  private int askedSidecars(List<UsageReport> reports) {
    if (channels.isEmpty()) return 0;
    if (certificates == null) throw new UnusableInputException("--channel needs --certificates");
    int silent = 0;
    try (var sidecars = new SidecarChannels(certificates)) {
      for (String channel : channels) {
        switch (sidecars.usage(channel)) {
          case SidecarChannels.Told.Report(String json) ->
              reports.addAll(ReportFiles.read(channel, json));
          case SidecarChannels.Told.Nothing(String because) -> {
            silent++;
            command.commandLine().getErr().println("apiauth: " + because);
          }
        }
      }
    }
    return silent;
  }
}
