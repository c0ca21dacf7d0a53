package dev.apiauth.operator.observe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Asks a sidecar what it enforces: {@code GET /v1/acknowledgement} over mutual TLS 1.3.
 *
 * <p>A question takes two seconds at most, and its answer 64 KiB. Proxies of the JVM's settings are
 * not used, redirects not followed. May be used by many threads.
 */
public final class SidecarChannel {

  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration IN_ALL = Duration.ofSeconds(2);
  private static final int LONGEST_ANSWER = 64 << 10;
  private static final BodyHandler<byte[]> BOUNDED =
      BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);

  private final Supplier<ChannelCredentials> credentials;
  private final int port;

  /**
   * Asks nobody yet.
   *
   * @param credentials asked anew for every question, so that certificates may be exchanged
   * @param port where sidecars answer
   */
  public SidecarChannel(Supplier<ChannelCredentials> credentials, int port) {
    this.credentials = credentials;
    this.port = port;
  }

  /**
   * Asks the sidecar at an address. Blocks; ends early when its thread is interrupted.
   *
   * @param address the pod's IP address
   * @param sidecarHost the name that the sidecar's certificate must carry
   */
  public Enforcement ask(String address, String sidecarHost) {
    HttpClient client = client(sidecarHost);
    try {
      return read(
          client
              .sendAsync(question(address), BOUNDED)
              .get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return unknown("its sidecar did not answer within %d s".formatted(IN_ALL.toSeconds()));
    } catch (ExecutionException failed) {
      return unknown(why(Optional.ofNullable(failed.getCause()).orElse(failed)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("the question to its sidecar was broken off");
    } finally {
      client.shutdownNow();
    }
  }

  private HttpClient client(String sidecarHost) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(TO_CONNECT)
        .executor(Thread::startVirtualThread)
        .sslContext(credentials.get().towards(sidecarHost))
        .build();
  }

  private HttpRequest question(String address) {
    try {
      return HttpRequest.newBuilder(
              new URI("https", null, address, port, "/v1/acknowledgement", null, null))
          .timeout(IN_ALL)
          .build();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(address + " is no address", e);
    }
  }

  private static Enforcement read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      return unknown("its sidecar answered with status %d".formatted(answer.statusCode()));
    }
    return AcknowledgementReading.read(answer.body());
  }

  /** In words that stay the same while the cause does: they end up in the status. */
  private String why(Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException silent -> "its port %d is silent".formatted(port);
      case ConnectException refused -> "its port %d refuses connections".formatted(port);
      case SSLException tls when isOfCertificate(tls) ->
          "what answers at its port %d is no sidecar of this resource".formatted(port);
      case SSLException tls -> "TLS with its sidecar failed";
      case IOException broken -> "its sidecar's answer broke off, or is longer than 64 KiB";
      default -> "asking its sidecar failed";
    };
  }

  private static boolean isOfCertificate(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(CertificateException.class::isInstance);
  }

  private static Enforcement unknown(String why) {
    return new Enforcement.Unknown(why);
  }
}
