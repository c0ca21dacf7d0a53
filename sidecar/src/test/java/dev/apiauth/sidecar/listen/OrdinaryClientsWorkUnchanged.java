package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java's client offers an upgrade to h2c with everything that it sends in plain HTTP. */
class OrdinaryClientsWorkUnchanged {

  private static final int SIZE = 1024 * 1024;
  private static StartedListener listener;

  @BeforeAll
  static void start() {
    listener =
        StartedListener.with(
            request -> {
              if (request.headers().contains("Expect")) {
                request.response().writeContinue();
              }
              StartedListener.echo().handle(request);
            });
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @Test
  void javasClientGets() throws IOException, InterruptedException {
    assertThat(answerTo(request("/a?b=c").GET())).isEqualTo("GET /a?b=c 0\n");
  }

  @Test
  void javasClientPostsWithALength() throws IOException, InterruptedException {
    var post = request("/a").POST(BodyPublishers.ofByteArray(new byte[SIZE]));
    assertThat(answerTo(post)).isEqualTo("POST /a " + SIZE + "\n");
  }

  @Test
  void javasClientPostsInChunksAfterAnInterimAnswer() throws IOException, InterruptedException {
    var chunks = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[SIZE]));
    assertThat(answerTo(request("/a").expectContinue(true).POST(chunks)))
        .isEqualTo("POST /a " + SIZE + "\n");
  }

  private static HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + target));
  }

  private static String answerTo(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    }
  }
}
