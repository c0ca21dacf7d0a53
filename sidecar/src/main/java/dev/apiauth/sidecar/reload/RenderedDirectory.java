package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory into which the operator's Secret is mounted.
 *
 * <p>Only its {@code .json} files are read; certificates that lie beside them are not.
 */
public final class RenderedDirectory implements PolicySupply {

  /** Well above what a Secret holds (1 MiB), well below what would hurt. */
  public static final FileLimits LIMITS = new FileLimits(64, 4 << 20, 4 << 20);

  private final Path directory;
  private final DirectoryReader reader;
  private final PolicyCodec codec = new PolicyCodec();

  /** Reads nothing yet; the directory may come later. */
  public RenderedDirectory(Path directory) {
    this.directory = directory;
    this.reader = new DirectoryReader(directory, name -> name.endsWith(".json"), LIMITS);
  }

  @Override
  public List<Path> watched() {
    return List.of(directory);
  }

  @Override
  public FileReading files() {
    return reader.read();
  }

  @Override
  public PolicyReading policy(FileSet files) {
    return codec.read(files.files());
  }
}
