package dev.apiauth.sidecar.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Upgrades: decided before the 101 (F18), refused or ignored when they are no WebSocket (F19). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSocketsAreDecidedLikeEveryRequest {

  private static final String ECHO = "/plugins/servlet/echo-websocket";
  private static final String HANDSHAKE =
      String.join(
          "\r\n",
          "GET %s HTTP/1.1",
          "Host: jira",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "%s\r\n");

  private final StubCompany company = new StubCompany();
  private final Protected jira = company.trusted(Scenario.jira()).start();

  @AfterAll
  void stop() {
    jira.close();
    company.close();
  }

  @Test
  void withoutACredentialTheProductIsNotAsked() {
    int before = jira.reachedProduct().size();

    RawAnswer answer = send(HANDSHAKE.formatted(ECHO, ""));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(jira.reachedProduct()).hasSize(before);
  }

  @Test
  void withATokenBytesFlowBothWays() throws Exception {
    var echoed = new CompletableFuture<String>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + company.tokenOf("alice"))
            .buildAsync(
                URI.create("ws://127.0.0.1:" + jira.sidecar().port() + ECHO), new Ear(echoed))
            .get(10, TimeUnit.SECONDS);
    String text = "x".repeat(100_000);

    socket.sendText(text, true).get(10, TimeUnit.SECONDS);

    assertThat(echoed.get(10, TimeUnit.SECONDS)).isEqualTo(text);
    assertThat(jira.reachedProduct().getLast().actedAs()).isEqualTo("alice");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
  }

  @Test
  void aProductThatDeclinesIsHeard() {
    RawAnswer answer =
        send(
            HANDSHAKE.formatted(
                "/rest/api/2/myself", "Authorization: Bearer " + company.tokenOf("bob") + "\r\n"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("bob");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/dev/apiauth/sidecar/agreement/fake-upgrades.csv", numLinesToSkip = 1)
  void aFakeUpgradeSkipsNoCheck(String what, String fields, String statuses) {
    int before = jira.reachedProduct().size();

    RawAnswer answer =
        send(
            "GET /rest/api/2/project HTTP/1.1\r\nHost: jira\r\n%s\r\n\r\n"
                .formatted(fields.translateEscapes()));

    assertThat(statuses.split(" ")).contains(Integer.toString(answer.status()));
    assertThat(jira.reachedProduct()).hasSize(before);
  }

  private RawAnswer send(String message) {
    try (var client = RawHttpClient.to(jira.sidecar().port())) {
      return client.send(message).finalAnswer();
    }
  }

  /** Hears one text message. */
  private static final class Ear implements WebSocket.Listener {

    private final StringBuilder heard = new StringBuilder();
    private final CompletableFuture<String> whole;

    Ear(CompletableFuture<String> whole) {
      this.whole = whole;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.append(data);
      if (last) whole.complete(heard.toString());
      socket.request(1);
      return CompletableFuture.completedStage("heard");
    }
  }
}
