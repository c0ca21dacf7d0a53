package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.http.RawScript;
import dev.apiauth.testkit.http.RawUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch does stands in its body, so it is read; the product gets the same octets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ABatchIsReadToABoundAndPassedOnUnchanged {

  private static final int BOUND = 1024 * 1024;
  private static final String BATCH = "/scm/p/r.git/info/lfs/objects/batch";
  private static final String ODD =
      """
      \t {\t"operation" : "down\\u006coad",\r
      "objects":[{"oid":"\u00e4","size":1e0}] }
      """;

  private final RawUpstream product =
      RawUpstream.start(
          RawScript.readRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").repeat());
  private final Protected bitbucket =
      Scenario.bitbucket().with("/spec/credentials/anonymous/policy", "Allow").start();

  @BeforeEach
  void standBehind() {
    if (product.connections() == 0)
      bitbucket.edit(resource -> resource.with("/spec/upstream/port", product.port()));
  }

  @AfterAll
  void stop() {
    bitbucket.close();
    product.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON at all", "{}", ODD})
  void withALength(String body) {
    try (var client = connect()) {
      var answer = client.send(head("Content-Length: " + body.length()) + body).answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(product.allReceived()).contains("\r\n\r\n" + body);
    }
  }

  @Test
  void inChunks() {
    try (var client = connect()) {
      var answer =
          client
              .send(head("Transfer-Encoding: chunked") + "3\r\n {\t\r\n")
              .send("%x\r\n%s\r\n0\r\n\r\n".formatted(ODD.length() - 3, ODD.substring(3)))
              .answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(product.allReceived()).contains(ODD);
    }
  }

  @Test
  void afterContinue() {
    try (var client = connect()) {
      client.send(head("Expect: 100-continue\r\nContent-Length: 2"));
      assertThat(client.answerToHead().status()).isEqualTo(100);

      assertThat(client.send("{}").answer().status()).isEqualTo(200);
    }
  }

  @Test
  void toTheBoundAndNoFurther() {
    try (var client = connect()) {
      var longest = "x".repeat(BOUND);
      assertThat(client.send(head("Content-Length: " + BOUND) + longest).answer().status())
          .isEqualTo(200);
    }
    assertTooLarge("Content-Length: " + (BOUND + 1), "");
    assertTooLarge(
        "Transfer-Encoding: chunked",
        "%x\r\n%s\r\n0\r\n\r\n".formatted(BOUND + 1, "x".repeat(BOUND + 1)));
  }

  /** Only batches are read: a push of any length begins to arrive before it has ended. */
  @Test
  void nothingElseIs() {
    try (var client = connect()) {
      client.send(head("/scm/p/r.git/git-receive-pack", "Transfer-Encoding: chunked"));
      client.send("5\r\nfirst\r\n");
      Eventually.holds(
          () -> product.allReceived().endsWith("5\r\nfirst\r\n"), "the first octets arrive");

      assertThat(client.send("4\r\nlast\r\n0\r\n\r\n").answer().status()).isEqualTo(200);
    }
  }

  private void assertTooLarge(String framing, String body) {
    try (var client = connect()) {
      RawAnswer answer = client.send(head(framing) + body).answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text())
          .contains("\"message\":\"A Git LFS batch is read up to 1048576 bytes, this is longer.");
    }
  }

  private RawHttpClient connect() {
    return RawHttpClient.to(bitbucket.sidecar().port());
  }

  private static String head(String framing) {
    return head(BATCH, framing);
  }

  private static String head(String path, String framing) {
    var type = "Content-Type: application/vnd.git-lfs+json";
    return "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s\r\n\r\n".formatted(path, type, framing);
  }
}
