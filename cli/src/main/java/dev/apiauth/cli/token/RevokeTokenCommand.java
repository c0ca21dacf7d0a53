package dev.apiauth.cli.token;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.input.Manifests;
import dev.apiauth.cli.input.UnusableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code apiauth token revoke}. */
@Command(
    name = "revoke",
    description = {
      "Takes the Secret of an API token out of its file, and says what to do in the cluster.",
      "A token dies with its Secret, within 2 minutes at the latest."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RevokeTokenCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The public id, see apiauth token list.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      description = "The file with the Secret, or its directory.")
  private Path source = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    for (Path file : files()) {
      List<Manifest> all = Manifests.in(file.toString());
      List<Manifest> revoked = all.stream().filter(this::isMeant).toList();
      if (revoked.isEmpty()) continue;
      remove(file, all, revoked);
      revoked.forEach(each -> out.println(told(file, each)));
      return ExitCode.FINE;
    }
    command.commandLine().getErr().println("apiauth: no Secret has the id " + id);
    return ExitCode.FINDINGS;
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(source)) throw new UnusableInputException(source + ": no such file");
    if (!Files.isDirectory(source)) return List.of(source);
    try (var files = Files.list(source)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
  }

  private boolean isMeant(Manifest manifest) {
    String encoded = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    return manifest.kind().equals("Secret")
        && (manifest.text("stringData.id").equals(id) || manifest.text("data.id").equals(encoded));
  }

  /** The other documents stay as they were written. */
  private static void remove(Path file, List<Manifest> all, List<Manifest> revoked)
      throws IOException {
    List<Manifest> rest = all.stream().filter(each -> !revoked.contains(each)).toList();
    if (rest.isEmpty()) {
      Files.delete(file);
      return;
    }
    Files.writeString(
        file, rest.stream().map(each -> each.text().stripLeading()).collect(Collectors.joining()));
  }

  private static String told(Path file, Manifest manifest) {
    String namespace = manifest.text("metadata.namespace");
    return "Secret %s is out of %s. Now: kubectl delete secret %s%s"
        .formatted(
            manifest.name(), file, manifest.name(), namespace.isEmpty() ? "" : " -n " + namespace);
  }
}
