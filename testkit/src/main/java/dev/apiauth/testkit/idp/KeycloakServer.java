package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/**
 * A real Keycloak as a process of its own, on loopback, with people, groups and clients.
 *
 * <p>The first start on a machine unpacks, builds and imports (about 40 s on two cores); every
 * later one copies what that left behind (about 3 s). Keys and people are the same at every start;
 * what is changed while it runs is gone when it stops.
 */
public final class KeycloakServer implements AutoCloseable {

  private static final Duration START_TIME = Duration.ofMinutes(3);
  private static final Duration STOP_TIME = Duration.ofSeconds(10);

  private final KeycloakHome home;
  private final KeycloakProcess process;
  private final HttpClient client;
  private final List<KeycloakIssuer> issuers;
  private final Thread atExit = new Thread(this::end, "stop Keycloak");

  private KeycloakServer(
      KeycloakHome home, KeycloakProcess process, HttpClient client, List<KeycloakIssuer> issuers) {
    this.home = home;
    this.process = process;
    this.client = client;
    this.issuers = List.copyOf(issuers);
  }

  /** Starts one with {@link KeycloakOptions#defaults}. */
  public static KeycloakServer start() {
    return start(KeycloakOptions.defaults());
  }

  /**
   * Starts one and waits until it answers. It ends with {@link #close}, at the latest with this
   * JVM.
   *
   * @throws IllegalStateException with the tail of its log if it does not become ready
   */
  public static KeycloakServer start(KeycloakOptions options) {
    var image = KeycloakImage.of(options.realms(), TestCache.ofMachine());
    var endpoint = KeycloakEndpoint.of(options);
    try {
      var server = launch(image, image.newHome(), endpoint, options);
      Runtime.getRuntime().addShutdownHook(server.atExit);
      server.awaitReady(endpoint);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no home for Keycloak", e);
    }
  }

  private static KeycloakServer launch(
      KeycloakImage image, KeycloakHome home, KeycloakEndpoint endpoint, KeycloakOptions options) {
    var client = endpoint.client().build();
    var http = new HttpCalls(client);
    var issuers =
        options.realms().stream().map(realm -> new KeycloakIssuer(realm, endpoint, http)).toList();
    var process =
        KeycloakProcess.launch(image.command(home), endpoint.arguments(home), home.logFile());
    return new KeycloakServer(home, process, client, issuers);
  }

  private void awaitReady(KeycloakEndpoint endpoint) {
    try {
      process.awaitReady(() -> endpoint.ready(client), START_TIME);
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  /**
   * The one of this JVM, started by the first who asks and stopped with the JVM; do not close it.
   */
  public static KeycloakServer shared() {
    return Shared.SERVER;
  }

  /** Started when the class is first touched, and by one thread alone: the JVM sees to both. */
  private static final class Shared {
    private static final KeycloakServer SERVER = start();
  }

  /** The first realm, {@code atlassian} unless other realms were asked for. */
  public KeycloakIssuer mainIssuer() {
    return issuers.getFirst();
  }

  /** The realm of that name. */
  public KeycloakIssuer realm(String name) {
    return issuers.stream()
        .filter(issuer -> issuer.realm().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The realm {@code partners}: the same people and audiences under another issuer. */
  public KeycloakIssuer otherIssuer() {
    return realm("partners");
  }

  /** The {@code iss} of the first realm's tokens. */
  public String issuer() {
    return mainIssuer().issuer();
  }

  /** An access token of the first realm; see {@link KeycloakIssuer#tokenOf(String)}. */
  public String tokenOf(String username) {
    return mainIssuer().tokenOf(username);
  }

  /** See {@link KeycloakIssuer#tokenByAuthorizationCode}. */
  public String tokenByAuthorizationCode(String username) {
    return mainIssuer().tokenByAuthorizationCode(username);
  }

  /** See {@link KeycloakIssuer#tokenOfClient}. */
  public String tokenOfClient(String clientId) {
    return mainIssuer().tokenOfClient(clientId);
  }

  /** See {@link KeycloakIssuer#idTokenOf}. */
  public String idTokenOf(String username) {
    return mainIssuer().idTokenOf(username);
  }

  /** See {@link KeycloakIssuer#rotateKeys}. */
  public void rotateKeys() {
    mainIssuer().rotateKeys();
  }

  /** Stops it; a second call does nothing, and while the JVM ends its hook does it. */
  @Override
  public void close() {
    try {
      if (Runtime.getRuntime().removeShutdownHook(atExit)) {
        end();
      }
    } catch (IllegalStateException e) {
      // The JVM is shutting down already: the hook runs.
    }
  }

  private void end() {
    process.stop(STOP_TIME);
    client.close();
    try {
      home.remove();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + home, e);
    }
  }
}
