package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a Keycloak listens, and how it is told to.
 *
 * @param address one of this machine's own
 * @param port of that address
 * @param certificate for TLS; empty for plain HTTP
 */
record KeycloakEndpoint(String address, int port, Optional<IssuedCertificate> certificate) {

  private static final Duration PROBE_TIME = Duration.ofSeconds(5);

  static KeycloakEndpoint of(KeycloakOptions options) {
    int port = options.port() == 0 ? LoopbackAddress.withFreePort().getPort() : options.port();
    return new KeycloakEndpoint(options.address(), port, options.certificate());
  }

  /** Plain HTTP on a free port. */
  static KeycloakEndpoint plain() {
    return of(KeycloakOptions.defaults());
  }

  String origin() {
    return certificate.isPresent() ? "https://localhost:" + port : "http://" + address + ":" + port;
  }

  /** The arguments of {@code kc.sh}; certificates are written into the home. */
  List<String> arguments(KeycloakHome home, String... more) {
    var arguments = new ArrayList<>(List.of("start", "--optimized", "--http-host=" + address));
    arguments.add("--hostname-strict=false");
    arguments.add("--cache=local");
    arguments.addAll(certificate.isPresent() ? secured(certificate.get(), home) : unsecured());
    arguments.addAll(List.of(more));
    return arguments;
  }

  private List<String> unsecured() {
    return List.of("--http-enabled=true", "--http-port=" + port);
  }

  private List<String> secured(IssuedCertificate issued, KeycloakHome home) {
    var files = issued.writeTo(home.directory());
    return List.of(
        "--https-port=" + port,
        "--https-certificate-file=" + files.certificate(),
        "--https-certificate-key-file=" + files.key(),
        "--truststore-paths=" + files.authority());
  }

  /** A client that trusts the certificate's authority, where there is one. */
  HttpClient.Builder client() {
    var builder = HttpClient.newBuilder().connectTimeout(PROBE_TIME);
    certificate.ifPresent(issued -> builder.sslContext(issued.trustingContext()));
    return builder;
  }

  /** Whether the realm {@code master} answers. */
  boolean ready(HttpClient client) {
    var probe = HttpRequest.newBuilder(URI.create(origin() + "/realms/master")).timeout(PROBE_TIME);
    try {
      return client.send(probe.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
