package dev.apiauth.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesAreTrustedOnlyWhenTheyShouldBe {

  private final TestCertificateAuthority ours = TestCertificateAuthority.named("ours");

  @Test
  void aServerOfTheAuthorityIsTrustedUnderEveryNameThatWasOrdered() throws IOException {
    var server = ours.server("jira.example.com", "127.0.0.1", "::1");

    assertThat(greeting(server, "jira.example.com", ours.trustingContext())).isEqualTo('!');
    assertThat(greeting(server, "127.0.0.1", ours.trustingContext())).isEqualTo('!');
  }

  @Test
  void anotherNameIsRefused() {
    var server = ours.server("jira.example.com");

    assertRefused(server, "wiki.example.com", ours.trustingContext());
  }

  @Test
  void anotherAuthorityIsRefused() {
    var server = ours.server("localhost");
    var others = TestCertificateAuthority.named("ours");

    assertRefused(server, "localhost", others.trustingContext());
  }

  @Test
  void expiredAndNotYetValidCertificatesAreRefused() {
    var order = CertificateOrder.server("localhost");

    assertRefused(ours.issue(order.expired()), "localhost", ours.trustingContext());
    assertRefused(ours.issue(order.notYetValid()), "localhost", ours.trustingContext());
  }

  @Test
  void aClientCertificateDoesNotMakeAServer() {
    assertRefused(ours.client("localhost"), "localhost", ours.trustingContext());
  }

  @Test
  void theFilesAreWhatOtherProgramsRead(@TempDir Path directory) {
    var files = ours.server("localhost").writeTo(directory);

    assertThat(files.certificate()).hasFileName("tls.crt").content().contains("BEGIN CERTIFICATE");
    assertThat(files.key()).hasFileName("tls.key").content().contains("BEGIN PRIVATE KEY");
    assertThat(files.authority()).content().isEqualTo(ours.certificatePem());
  }

  private static void assertRefused(IssuedCertificate server, String name, SSLContext client) {
    assertThatThrownBy(() -> greeting(server, name, client)).isInstanceOf(SSLException.class);
  }

  /** The one byte that a server with this certificate says to a client that checks its name. */
  private static int greeting(IssuedCertificate server, String name, SSLContext client)
      throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    try (var listening =
            server.context().getServerSocketFactory().createServerSocket(0, 1, loopback);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ = threads.submit(() -> greet((SSLServerSocket) listening));
      try (var socket = connected(client, name, listening.getLocalPort())) {
        return socket.getInputStream().read();
      }
    }
  }

  private static SSLSocket connected(SSLContext client, String name, int port) throws IOException {
    var plain = new Socket(InetAddress.getLoopbackAddress(), port);
    var socket = (SSLSocket) client.getSocketFactory().createSocket(plain, name, port, true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static int greet(SSLServerSocket listening) throws IOException {
    try (var socket = listening.accept()) {
      socket.getOutputStream().write('!');
      return 1;
    }
  }
}
