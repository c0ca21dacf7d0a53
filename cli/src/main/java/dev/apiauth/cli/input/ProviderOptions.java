package dev.apiauth.cli.input;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How providers are reached. */
public final class ProviderOptions {

  @Option(
      names = "--egress-certificates",
      paramLabel = "FILE",
      description =
          "A PEM bundle of certificate authorities that providers' certificates may come from,"
              + " beside the JVM's own.")
  private @Nullable Path certificates;

  /** The bundle, where one was named. */
  public Optional<Path> certificates() {
    return Optional.ofNullable(certificates);
  }
}
