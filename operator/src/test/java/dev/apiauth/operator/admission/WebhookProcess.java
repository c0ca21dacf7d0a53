package dev.apiauth.operator.admission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A webhook in a JVM of its own, which says its port and ends when its input does. */
final class WebhookProcess {

  static final TrustManager[] TRUSTING_ALL = {new TrustingAll()};

  private WebhookProcess() {}

  public static void main(String[] arguments) throws IOException {
    HttpServerLimits.set();
    var verdict = new AdmissionVerdict.Unchanged("none of ours");
    try (var webhook = new Webhook((namespace, pod) -> verdict)) {
      System.out.println("port " + webhook.port());
      while (System.in.read() >= 0) Thread.onSpinWait();
    }
  }

  /** Started, and listening. */
  record Running(Process process, int port) implements AutoCloseable {

    @Override
    public void close() {
      process.destroy();
    }
  }

  static Running start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), WebhookProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("port "))
        return new Running(process, Integer.parseInt(line.substring(5)));
    }
    throw new IOException("the webhook did not start");
  }

  private static final class TrustingAll extends X509ExtendedTrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
