package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 frames of all three length encodings come back through an upgraded connection. */
class WebSocketsEcho {

  @ParameterizedTest
  @ValueSource(ints = {5, 1_000, 100_000})
  void whatTheyAreSent(int length) throws Exception {
    try (var jira = ProductSimulator.jira().withUser("alice").start()) {
      var received = new CompletableFuture<String>();
      var socket = open(jira, received);

      socket.sendText("x".repeat(length), true).get(5, TimeUnit.SECONDS);

      assertThat(received.get(10, TimeUnit.SECONDS)).hasSize(length);
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
    }
  }

  private static WebSocket open(RunningProduct jira, CompletableFuture<String> received)
      throws Exception {
    var target = "ws://127.0.0.1:" + jira.port() + "/plugins/servlet/echo-websocket";
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + jira.issueToken("alice").value())
        .buildAsync(URI.create(target), new Collector(received))
        .get(5, TimeUnit.SECONDS);
  }

  private record Collector(CompletableFuture<String> whole, StringBuilder text)
      implements WebSocket.Listener {

    Collector(CompletableFuture<String> whole) {
      this(whole, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        whole.complete(text.toString());
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
