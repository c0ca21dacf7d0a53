package dev.apiauth.testkit.product;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.apiauth.testkit.product.record.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The record that tests hold a sidecar to. */
class EveryRequestIsTakenDown {

  private final RunningProduct confluence = ProductSimulator.confluence().withUser("alice").start();

  @AfterEach
  void stop() {
    confluence.close();
  }

  @Test
  void asItArrived() throws IOException {
    raw(
        """
        GET /confluence/rest/api/content/?limit=1&q=%5B HTTP/1.1
        Host: wiki
        X-B: 2
        x-a: 1
        X-B: 3
        Connection: close

        """);

    assertThat(confluence.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.method()).isEqualTo("GET");
              assertThat(seen.requestUri())
                  .isEqualTo("/confluence/rest/api/content/?limit=1&q=%5B");
              assertThat(seen.servletPath()).isEqualTo("/rest/api/content/");
              assertThat(seen.actedAs()).isEqualTo("anonymous");
              assertThat(seen.status()).hasValue(200);
              assertThat(seen.headers("x-b")).containsExactly("2", "3");
              assertThat(seen.headers())
                  .containsExactly(
                      new Header("host", "wiki"),
                      new Header("x-b", "2"),
                      new Header("x-a", "1"),
                      new Header("x-b", "3"),
                      new Header("connection", "close"));
            });
  }

  @Test
  void whenTomcatRefusesItToo() throws IOException {
    raw("GET /confluence/rest/%00 HTTP/1.1\nHost: wiki\n\n");
    raw("GET /conf|luence HTTP/1.1\nHost: wiki\n\n");

    assertThat(confluence.seen())
        .extracting(seen -> seen.status().orElse(0), seen -> seen.servedPath())
        .containsExactly(tuple(400, ""), tuple(400, ""));
  }

  @Test
  void whenNoApplicationIsThereToo() throws IOException {
    raw("GET /elsewhere HTTP/1.1\nHost: wiki\nConnection: close\n\n");

    assertThat(confluence.seen())
        .extracting(seen -> seen.requestUri(), seen -> seen.status().orElse(0))
        .containsExactly(tuple("/elsewhere", 404));
  }

  @Test
  void untilItIsForgotten() {
    var asked = new Asked(confluence);
    asked.get("/status");
    confluence.forget();
    asked.get("/status");

    assertThat(confluence.seen()).hasSize(1);
    assertThat(confluence.seenCount()).isOne();
  }

  @Test
  void butNotInFrontOfABenchmark() {
    try (var quiet = ProductSimulator.jira().asBenchmarkUpstream().start()) {
      new Asked(quiet).get("/status");

      assertThat(quiet.seen()).isEmpty();
    }
  }

  private void raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), confluence.port())) {
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }
}
