package dev.apiauth.cli.explain;

import dev.apiauth.cli.input.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The one credential of the request, as an Authorization header field. */
final class CredentialOptions {

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Sent as Bearer. Other users of this machine can see it: prefer --token-file.")
  private @Nullable String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token that is sent as Bearer; - is standard input.")
  private @Nullable String tokenFile;

  @Option(
      names = "--basic",
      paramLabel = "USER:PASSWORD",
      description = "Sent as Basic; the password may be a token.")
  private @Nullable String basic;

  /** The value of the header field; empty without a credential. */
  Optional<String> authorization() {
    if (basic != null) {
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.ofNullable(tokenFile)
        .map(file -> TextFile.read(file).strip())
        .or(() -> Optional.ofNullable(token))
        .map(text -> "Bearer " + text);
  }
}
