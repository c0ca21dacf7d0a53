package dev.apiauth.sidecar.egress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of its own with one server's certificate, made by the JDK's keytool. */
record TestAuthority(Path keystore) {

  private static final String PASSWORD = "changeit";

  /**
   * Makes both.
   *
   * @param name of the server as keytool writes it: {@code dns:idp.example}
   * @param start from when the server's certificate is valid, for a day: {@code -1H}
   */
  static TestAuthority make(Path folder, String name, String start) throws IOException {
    var authority = new TestAuthority(Files.createTempDirectory(folder, "ca").resolve("keys.p12"));
    authority.keytool(
        "-alias", "ca", "-validity", "10", "-ext", "bc:c", "-dname", "CN=test authority");
    authority.keytool(
        "-alias",
        "server",
        "-signer",
        "ca",
        "-startdate",
        start,
        "-validity",
        "1",
        "-ext",
        "san=" + name,
        "-dname",
        "CN=test server");
    return authority;
  }

  private void keytool(String... arguments) throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        new ArrayList<>(
            List.of(program, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(
        List.of("-keystore", keystore.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
    command.addAll(List.of(arguments));
    try {
      int status = new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("keytool ended with " + status);
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  PfxOptions forServer() throws IOException {
    return new PfxOptions()
        .setValue(Buffer.buffer(Files.readAllBytes(keystore)))
        .setPassword(PASSWORD)
        .setAlias("server");
  }

  byte[] pem() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
    byte[] encoded = store.getCertificate("ca").getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
        .getBytes(US_ASCII);
  }
}
