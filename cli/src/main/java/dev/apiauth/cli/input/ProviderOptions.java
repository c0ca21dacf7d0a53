package dev.apiauth.cli.input;

import dev.apiauth.sidecar.egress.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
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

  /**
   * Whose certificates are believed.
   *
   * @throws UnusableInputException if the bundle cannot be read
   */
  public TrustAnchors trust() {
    if (certificates == null) return TrustAnchors.ofJvm();
    try {
      return TrustAnchors.ofJvmAnd(Files.readAllBytes(certificates));
    } catch (IOException | CertificateException e) {
      throw new UnusableInputException(
          "--egress-certificates %s: it is no PEM bundle of certificates".formatted(certificates));
    }
  }
}
