package dev.apiauth.testkit.kube.binaries;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets files of the internet, and notices within seconds where there is none. */
final class HttpFetch implements AutoCloseable {

  private static final Duration CONNECT_TIME = Duration.ofSeconds(3);

  /** For a small text, with name look-up and redirections: a closed network may just be silent. */
  private static final Duration TEXT_TIME = Duration.ofSeconds(5);

  /** For a hundred megabytes. */
  private static final Duration FILE_TIME = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT_TIME).followRedirects(Redirect.NORMAL).build();

  /**
   * A small text.
   *
   * @throws IOException if it cannot be had, saying why
   */
  String text(URI uri) throws IOException {
    return get(uri, BodyHandlers.ofString(), TEXT_TIME);
  }

  /**
   * Writes a file of any size.
   *
   * @throws IOException if it cannot be had, saying why; part of it may have been written
   */
  void file(URI uri, Path target) throws IOException {
    get(uri, BodyHandlers.ofFile(target), FILE_TIME);
  }

  private <T> T get(URI uri, BodyHandler<T> body, Duration patience) throws IOException {
    var answer = await(uri, body, patience);
    if (answer.statusCode() != 200) {
      throw new IOException("%s answers %d".formatted(uri, answer.statusCode()));
    }
    return answer.body();
  }

  private <T> HttpResponse<T> await(URI uri, BodyHandler<T> body, Duration patience)
      throws IOException {
    var answer = client.sendAsync(HttpRequest.newBuilder(uri).build(), body);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("%s cannot be reached".formatted(uri.getHost()), e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("%s does not answer in time".formatted(uri.getHost()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
