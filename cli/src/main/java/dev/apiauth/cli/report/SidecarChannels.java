package dev.apiauth.cli.report;

import dev.apiauth.cli.input.UnusableInputException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Asks sidecars over mutual TLS, as the operator does and in its name. */
final class SidecarChannels implements AutoCloseable {

  private static final int OK = 200;
  private static final int MOST_BYTES = 4 << 20;
  private static final int PATIENCE_SECONDS = 15;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client;

  /**
   * With an operator's certificates.
   *
   * @param certificates a directory with {@code tls.crt}, {@code tls.key} and {@code ca.crt}
   * @throws UnusableInputException if they cannot be used
   */
  SidecarChannels(Path certificates) {
    var options =
        new HttpClientOptions()
            .setSsl(true)
            .setVerifyHost(false) // SidecarsOnly does
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertValue(file(certificates, "tls.crt"))
                    .addKeyValue(file(certificates, "tls.key")))
            .setTrustOptions(TrustOptions.wrap(new SidecarsOnly(authority(certificates))));
    this.client = vertx.createHttpClient(options);
  }

  /** What came of asking. */
  sealed interface Told {

    /** A report, as JSON. */
    record Report(String json) implements Told {}

    /** None, and why. */
    record Nothing(String because) implements Told {}
  }

  /** Asks one for what it has seen. */
  Told usage(String channel) {
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(channel.replaceAll("/$", "") + "/v1/usage");
    try {
      return client
          .request(request)
          .compose(HttpClientRequest::send)
          .compose(response -> read(channel, response))
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException failed) {
      return new Told.Nothing("%s does not answer: %s".formatted(channel, cause(failed)));
    }
  }

  private static Future<Told> read(String channel, HttpClientResponse response) {
    if (response.statusCode() != OK) {
      return Future.succeededFuture(
          new Told.Nothing("%s answers with status %d".formatted(channel, response.statusCode())));
    }
    return response
        .body()
        .map(
            body ->
                body.length() > MOST_BYTES
                    ? new Told.Nothing(channel + " answers with more than 4 MiB")
                    : new Told.Report(body.toString()));
  }

  private static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static Buffer file(Path directory, String name) {
    try {
      return Buffer.buffer(Files.readAllBytes(directory.resolve(name)));
    } catch (IOException e) {
      throw new UnusableInputException(
          "--certificates: %s cannot be read".formatted(directory.resolve(name)));
    }
  }

  private static X509TrustManager authority(Path directory) {
    try (InputStream pem = Files.newInputStream(directory.resolve("ca.crt"))) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableInputException("--certificates: ca.crt holds no authority");
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
