package dev.apiauth.testkit.kube.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Downloads what the projects themselves release, and checks it against the digests that they
 * publish beside it.
 */
final class ReleaseDownload implements Supply {

  private final Origins origins;
  private final Platform platform;
  private final Progress progress;

  ReleaseDownload(Origins origins, Platform platform, Progress progress) {
    this.origins = origins;
    this.platform = platform;
    this.progress = progress;
  }

  @Override
  public Outcome fill(Bundle bundle, Path directory) {
    try (var fetch = new HttpFetch()) {
      for (var file : ReleasedFile.of(bundle, platform, origins)) {
        take(file, bundle, directory, fetch);
      }
      return new Outcome.Supplied();
    } catch (IOException e) {
      return new Outcome.Failed("it cannot be downloaded (%s)".formatted(e.getMessage()));
    }
  }

  /** The digest comes first: it is small, so that a closed network is noticed at once. */
  private void take(ReleasedFile file, Bundle bundle, Path directory, HttpFetch fetch)
      throws IOException {
    progress.says("%s: downloading %s".formatted(bundle, file.uri()));
    var published = fetch.text(file.checksums());
    var target = directory.resolve(file.name());
    fetch.file(file.uri(), target);
    check(file, published, target);
    switch (file.form()) {
      case EXECUTABLE -> makeExecutable(target);
      case ARCHIVE -> unpack(target, bundle.programs(), directory);
    }
  }

  private static void check(ReleasedFile file, String published, Path target) throws IOException {
    var expected =
        Checksum.published(published, file.name())
            .orElseThrow(() -> new IOException("no digest in " + file.checksums()));
    if (!expected.equals(Checksum.of(target))) {
      throw new IOException("%s is not what its digest says".formatted(file.uri()));
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make %s executable".formatted(file));
    }
  }

  /** Unpacks what is in the one folder of such an archive: the programs and their papers. */
  private static void unpack(Path archive, List<String> programs, Path directory)
      throws IOException {
    var tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1")
            .directory(directory.toFile())
            .start();
    try {
      if (tar.waitFor() != 0) {
        throw new IOException("tar cannot read " + archive.getFileName());
      }
    } catch (InterruptedException e) {
      tar.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Files.delete(archive);
    for (var program : programs) {
      makeExecutable(directory.resolve(program));
    }
  }
}
