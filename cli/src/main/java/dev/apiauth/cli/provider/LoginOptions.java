package dev.apiauth.cli.provider;

import dev.apiauth.cli.input.TextFile;
import dev.apiauth.cli.input.UnusableInputException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A test login, and as which client. */
final class LoginOptions {

  @Option(
      names = "--login",
      paramLabel = "KIND",
      converter = LoginKind.FromWord.class,
      description = "Fetches a token: code (in a browser), device, or client-credentials.")
  private @Nullable LoginKind kind;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "The client that asks for the token.")
  private @Nullable String clientId;

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      description =
          "A file with the client's secret, for a client that has one; - is standard input.")
  private @Nullable String secretFile;

  @Option(
      names = "--client-secret-post",
      description = "Sends the secret in the form instead of as Basic.")
  private boolean post;

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description = "Which scopes are asked for, with blanks between; openid for people.")
  private @Nullable String scope;

  @Option(
      names = "--parameter",
      paramLabel = "KEY=VALUE",
      description =
          "Another parameter of the login, such as audience=https://jira; may be repeated.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "With code: the port of the callback http://127.0.0.1:N/callback, where the provider"
              + " compares it exactly; any free one where it is left out.")
  private int port;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long the person may take (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Option(
      names = "--authorization-endpoint",
      paramLabel = "URL",
      description = "Where the provider's metadata do not tell.")
  private @Nullable String authorizationEndpoint;

  @Option(
      names = "--token-endpoint",
      paramLabel = "URL",
      description = "Where the provider's metadata do not tell.")
  private @Nullable String tokenEndpoint;

  @Option(
      names = "--device-endpoint",
      paramLabel = "URL",
      description = "Where the provider's metadata do not tell.")
  private @Nullable String deviceEndpoint;

  Optional<LoginKind> kind() {
    return Optional.ofNullable(kind);
  }

  /**
   * The client.
   *
   * @throws UnusableInputException if none was named
   */
  LoginClient client() {
    if (clientId == null) throw new UnusableInputException("--login needs --client-id");
    return new LoginClient(
        clientId,
        Optional.ofNullable(secretFile).map(file -> TextFile.read(file).strip()),
        post ? LoginClient.Placement.FORM : LoginClient.Placement.BASIC);
  }

  Optional<String> scope() {
    return Optional.ofNullable(scope);
  }

  Map<String, String> parameters() {
    return parameters;
  }

  int port() {
    return port;
  }

  Duration patience() {
    return Duration.ofSeconds(wait);
  }

  String authorizationEndpoint(ProviderMetadata metadata) {
    return endpoint(
        authorizationEndpoint, metadata, "authorization_endpoint", "--authorization-endpoint");
  }

  String tokenEndpoint(ProviderMetadata metadata) {
    return endpoint(tokenEndpoint, metadata, "token_endpoint", "--token-endpoint");
  }

  String deviceEndpoint(ProviderMetadata metadata) {
    return endpoint(deviceEndpoint, metadata, "device_authorization_endpoint", "--device-endpoint");
  }

  private static String endpoint(
      @Nullable String said, ProviderMetadata metadata, String member, String option) {
    return Optional.ofNullable(said)
        .or(() -> metadata.text(member))
        .orElseThrow(
            () ->
                new UnusableInputException(
                    "the provider's metadata name no %s: say it by %s".formatted(member, option)));
  }
}
