package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.standalone.SidecarCommandLine;
import dev.apiauth.testkit.playground.standalone.StandaloneStand;
import dev.apiauth.testkit.playground.standalone.TokensOnFile;
import dev.apiauth.testkit.process.LoggedProcess;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Everything that runs: whoever issues tokens, a Jira, and a sidecar in front of it. */
final class ProviderStage implements AutoCloseable {

  private static final List<String> PEOPLE = List.of("alice", "bob", "svc-ci");
  private static final int PRODUCT_PORT = 18_080;
  private static final int SIDECAR_PORT = 28_080;

  private final ProviderOptions options;
  private final Path folder;
  private final Ports ports = new Ports();
  private final TokenSource source;
  private final ProviderExample example;
  private final Optional<ClientSecretFile> secret;
  private final StandaloneStand jira;

  /**
   * Builds it, a line per step.
   *
   * @param folder where the resource, Secrets and logs are put
   */
  ProviderStage(ProviderOptions options, Path folder, Screen screen) {
    this.options = options;
    this.folder = folder;
    var starting = CompletableFuture.supplyAsync(() -> screen.step(issuer(), this::startSource));
    RunningProduct product =
        screen.step("Jira: a simulator, its surface and logins on a real Tomcat", this::startJira);
    source = starting.join();
    example = source.adapted(ProviderExample.of(options.provider(), options.checkout()));
    secret =
        example
            .secret()
            .map(there -> new ClientSecretFile(there, source.clientSecret().orElseThrow()));
    writeSecrets(product);
    jira = screen.step("a sidecar, from " + example.path(), () -> startSidecar(product));
  }

  private String issuer() {
    return switch (options.provider()) {
      case KEYCLOAK, OIDC -> "a Keycloak";
      default -> "a stand-in of the provider, found by a hosts file, proven by a test authority";
    };
  }

  private TokenSource startSource() {
    return switch (options.provider()) {
      case KEYCLOAK, OIDC -> KeycloakSource.start(options.provider());
      case ENTRA_ID -> HostedSource.start(HostedProvider.ENTRA_V2);
      case AZURE_AD_B2C -> HostedSource.start(HostedProvider.B2C);
      case OKTA -> HostedSource.start(HostedProvider.OKTA);
      case AWS_COGNITO -> HostedSource.start(HostedProvider.COGNITO);
      case GOOGLE -> HostedSource.start(HostedProvider.GOOGLE);
      case GITHUB -> HostedSource.start(HostedProvider.GITHUB);
      case SLACK -> HostedSource.start(HostedProvider.SLACK);
      case GITLAB -> HostedSource.start(HostedProvider.GITLAB);
      case FACEBOOK -> HostedSource.start(HostedProvider.FACEBOOK);
      case DISCORD -> HostedSource.start(HostedProvider.DISCORD);
    };
  }

  private RunningProduct startJira() {
    ProductSimulator simulator =
        ProductSimulator.jira().onPort(ports.near(PRODUCT_PORT)).withUser("admin");
    PEOPLE.forEach(name -> simulator.withUser(name, GuideCalls.passwordOf(name)));
    return simulator.start();
  }

  private void writeSecrets(RunningProduct product) {
    new TokensOnFile(PEOPLE).write(Example.JIRA, product, secrets());
    secret.ifPresent(file -> file.writeInto(secrets()));
  }

  private StandaloneStand startSidecar(RunningProduct product) {
    int port = ports.near(SIDECAR_PORT);
    int probes = ports.near(port + 1);
    var resource = new EditedFile(folder.resolve("jira.yaml"));
    resource.write(example.text());
    var command =
        new SidecarCommandLine(
            options.sidecarClassPath(),
            resource.path(),
            secrets(),
            port,
            probes,
            source.egress().withOption("--product-port=" + product.port()));
    var sidecar = LoggedProcess.start("sidecar", command.words(), folder.resolve("jira.log"));
    var stand =
        new StandaloneStand(
            Example.JIRA, product, sidecar, loopback(port), loopback(probes), resource);
    stand.awaitReady();
    return stand;
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path secrets() {
    return folder.resolve("secrets");
  }

  TokenSource source() {
    return source;
  }

  ProviderExample example() {
    return example;
  }

  /** Empty where the example names no client. */
  Optional<ClientSecretFile> secret() {
    return secret;
  }

  StandaloneStand jira() {
    return jira;
  }

  @Override
  public void close() {
    jira.close();
    source.close();
  }
}
