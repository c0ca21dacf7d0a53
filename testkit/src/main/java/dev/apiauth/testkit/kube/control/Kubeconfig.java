package dev.apiauth.testkit.kube.control;

import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * How a client reaches the API server and who it is there, in one file with everything embedded.
 *
 * @param server of the API
 * @param authority that signed the server's certificate, PEM
 * @param user the client's certificate: its common name is the user, its organizations the groups
 */
record Kubeconfig(URI server, String authority, IssuedCertificate user) {

  String text() {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: test
      cluster:
        server: %s
        certificate-authority-data: %s
    users:
    - name: test
      user:
        client-certificate-data: %s
        client-key-data: %s
    contexts:
    - name: test
      context: {cluster: test, user: test}
    current-context: test
    """
        .formatted(server, base64(authority), base64(user.certificatePem()), base64(user.keyPem()));
  }

  Path writeTo(Path file) {
    try {
      return Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
