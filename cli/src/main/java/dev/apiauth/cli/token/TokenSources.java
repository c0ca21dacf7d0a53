package dev.apiauth.cli.token;

import dev.apiauth.cli.input.TextFile;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.SecretFiles;
import dev.apiauth.sidecar.reload.StandaloneFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Secrets that describe tokens: those of a folder, a file or standard input. */
record TokenSources(List<String> names) {

  private static final String MARK = "hash";

  /**
   * The Secrets with a hash, sorted by name; others lie beside them.
   *
   * @throws UnusableInputException if something cannot be read
   */
  List<SecretContent> secrets() {
    return names.stream()
        .flatMap(name -> read(name).labelled(Map.of()).stream())
        .filter(secret -> secret.data().containsKey(MARK))
        .toList();
  }

  private static SecretFiles read(String name) {
    if (!name.equals(TextFile.STANDARD_INPUT) && Files.isDirectory(Path.of(name))) {
      return switch (StandaloneFiles.secretsIn(Path.of(name))) {
        case FileReading.Read(FileSet files) -> SecretFiles.of(files);
        case FileReading.Absent(String why) -> throw unusable(name, why);
        case FileReading.TooLarge(String why) -> throw unusable(name, why);
      };
    }
    byte[] bytes = TextFile.read(name).getBytes(StandardCharsets.UTF_8);
    return SecretFiles.of(FileSet.of(Map.of(name, bytes)));
  }

  private static UnusableInputException unusable(String name, String why) {
    return new UnusableInputException("%s: %s".formatted(name, why));
  }
}
