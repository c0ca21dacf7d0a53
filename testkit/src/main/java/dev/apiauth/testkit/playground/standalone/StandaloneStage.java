package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.Stage;
import dev.apiauth.testkit.process.LoggedProcess;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Everything that runs: the identity provider, the products, a sidecar in front of each. */
final class StandaloneStage implements Stage, AutoCloseable {

  /** Who has an account in the products; all but admin have a token on file. */
  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "svc-ci");

  private final StandaloneOptions options;
  private final Path folder;
  private final Screen screen;
  private final Ports ports = new Ports();
  private final int keycloakPort = ports.near(Ports.KEYCLOAK);
  private final KeycloakServer keycloak;
  private final Map<Example, StandaloneStand> stands = new EnumMap<>(Example.class);

  /**
   * Builds it, a line per step.
   *
   * @param folder where resources, Secrets and logs are put
   */
  StandaloneStage(StandaloneOptions options, Path folder, Screen screen) {
    this.options = options;
    this.folder = folder;
    this.screen = screen;
    var starting = CompletableFuture.supplyAsync(this::startKeycloak);
    Map<Example, RunningProduct> products = startProducts();
    putTokensOnFile(products);
    keycloak = starting.join(); // before the sidecars, which would otherwise ask it in vain
    startSidecars(products);
  }

  private KeycloakServer startKeycloak() {
    return screen.step(
        "Keycloak: a real one at http://127.0.0.1:%d, realm atlassian".formatted(keycloakPort),
        () -> KeycloakServer.start(KeycloakOptions.defaults().onPort(keycloakPort)));
  }

  private Map<Example, RunningProduct> startProducts() {
    String what =
        "Jira, Confluence, Bitbucket: simulators, their surface and logins on a real Tomcat";
    return screen.step(
        what,
        () -> {
          var products = new EnumMap<Example, RunningProduct>(Example.class);
          for (Example example : Example.values()) products.put(example, startProduct(example));
          return products;
        });
  }

  private RunningProduct startProduct(Example example) {
    ProductSimulator simulator =
        ProductSimulator.of(example.product())
            .onPort(ports.near(ExampleFile.of(example).productPort()))
            .withUser("admin");
    PEOPLE.forEach(name -> simulator.withUser(name, GuideCalls.passwordOf(name)));
    return simulator.start();
  }

  private void putTokensOnFile(Map<Example, RunningProduct> products) {
    screen.step(
        "their personal access tokens on file for " + String.join(", ", PEOPLE),
        () -> {
          var tokens = new TokensOnFile(PEOPLE);
          products.forEach((example, product) -> tokens.write(example, product, secrets()));
          return tokens;
        });
  }

  private void startSidecars(Map<Example, RunningProduct> products) {
    screen.step(
        "a sidecar in front of each, from examples/standalone/*.yaml",
        () -> {
          products.forEach(
              (example, product) -> stands.put(example, startSidecar(example, product)));
          stands.values().forEach(StandaloneStand::awaitReady);
          return stands;
        });
  }

  private StandaloneStand startSidecar(Example example, RunningProduct product) {
    ExampleFile file = ExampleFile.of(example);
    int port = ports.near(file.sidecarPort());
    int probes = ports.near(port + 1);
    var resource = new EditedFile(folder.resolve(example.key() + ".yaml"));
    resource.write(
        file.withPorts(
            new EditedFile(file.in(options.checkout())).text(), product.port(), keycloakPort));
    var command =
        new SidecarCommandLine(
            options.sidecarClassPath(),
            resource.path(),
            secrets(),
            port,
            probes,
            Egress.toKeycloak(keycloakPort));
    Path log = folder.resolve(example.key() + ".log");
    return new StandaloneStand(
        example,
        product,
        LoggedProcess.start("sidecar", command.words(), log),
        loopback(port),
        loopback(probes),
        resource);
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The folder with the Secrets of all sidecars. */
  Path secrets() {
    return folder.resolve("secrets");
  }

  @Override
  public StandaloneStand of(Example example) {
    StandaloneStand stand = stands.get(example);
    if (stand == null) throw new IllegalStateException("not started: " + example);
    return stand;
  }

  @Override
  public KeycloakIssuer company() {
    return keycloak.mainIssuer();
  }

  @Override
  public KeycloakIssuer strangers() {
    return keycloak.otherIssuer();
  }

  /** Ends all of it at the same time. */
  @Override
  public void close() {
    Stream<AutoCloseable> everything = Stream.concat(stands.values().stream(), Stream.of(keycloak));
    CompletableFuture.allOf(
            everything
                .map(one -> CompletableFuture.runAsync(() -> end(one)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static void end(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException("did not end cleanly: " + one, e);
    }
  }
}
