package dev.apiauth.testkit.kube.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who uses a range: a file that names the process. What a killed process left behind is found by
 * it.
 */
record SubnetClaim(Subnet subnet, Path file) {

  private static final Path FOLDER = Path.of("/run/apiauth-pods");

  /** The first range that nobody has claimed and to which no route leads. */
  static SubnetClaim take() {
    var routes = Routes.ofMachine();
    return IntStream.range(0, Subnet.COUNT)
        .mapToObj(Subnet::new)
        .filter(subnet -> !routes.leadInto(subnet))
        .flatMap(subnet -> claim(subnet).stream())
        .findFirst()
        .orElseThrow(() -> new IpFailure("no address range is free for pods"));
  }

  /** Those whose process is gone. */
  static List<SubnetClaim> abandoned() {
    return IntStream.range(0, Subnet.COUNT)
        .mapToObj(number -> new SubnetClaim(new Subnet(number), fileOf(number)))
        .filter(claim -> Files.exists(claim.file) && !claim.ownerLives())
        .toList();
  }

  void release() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<SubnetClaim> claim(Subnet subnet) {
    var file = fileOf(subnet.number());
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file, owner(ProcessHandle.current()), UTF_8, StandardOpenOption.CREATE_NEW);
      return Optional.of(new SubnetClaim(subnet, file));
    } catch (FileAlreadyExistsException taken) {
      return Optional.empty();
    } catch (IOException notAllowed) {
      throw new IpFailure("no right to write below /run", notAllowed);
    }
  }

  private static Path fileOf(int number) {
    return FOLDER.resolve(Integer.toString(number));
  }

  /** By number and start, since numbers are used again. */
  private static String owner(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("");
  }

  private boolean ownerLives() {
    try {
      var owner = Files.readString(file, UTF_8);
      if (owner.isEmpty()) return true; // being written just now
      long pid = Long.parseLong(owner.substring(0, owner.indexOf(' ')));
      return ProcessHandle.of(pid).map(process -> owner(process).equals(owner)).orElse(false);
    } catch (IOException goneMeanwhile) {
      return true;
    }
  }
}
