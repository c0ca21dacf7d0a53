package dev.apiauth.bench.party;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a distribution's packages brought. */
public final class Installed {

  /** Where daemons are that are not on every user's path. */
  private static final List<String> SBIN = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

  private Installed() {}

  /** The program, if it is there. */
  public static Optional<Path> find(String program) {
    return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), SBIN.stream())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The program.
   *
   * @param debianPackage where it comes from
   * @throws BenchFailure if it is not there; says how to get it
   */
  public static Path require(String program, String debianPackage) {
    return find(program)
        .orElseThrow(
            () ->
                new BenchFailure(
                    "%s is not installed. Run: apt-get install -y %s"
                        .formatted(program, debianPackage)));
  }
}
