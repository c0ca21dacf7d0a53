package dev.apiauth.testkit.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams that nobody keeps in memory, and sockets that are more than one exchange. */
class BodiesOfAnySizePass {

  private static final int SIZE = 32 << 20;

  private final RunningProduct jira = ProductSimulator.jira().withUser("alice").start();
  private final String token = "Bearer " + jira.issueToken("alice").value();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void down() throws IOException {
    var connection = open("/secure/attachment/1/big.bin?size=" + SIZE);

    try (InputStream in = connection.getInputStream()) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
    }
  }

  @Test
  void up() throws IOException {
    var connection = open("/rest/api/2/issue/ABC-1/attachments");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/octet-stream");
    connection.setFixedLengthStreamingMode(SIZE);
    try (var out = connection.getOutputStream()) {
      for (int sent = 0; sent < SIZE; sent += 1 << 16) {
        out.write(new byte[1 << 16]);
      }
    }

    assertThat(new String(connection.getInputStream().readAllBytes(), UTF_8))
        .contains("\"size\":" + SIZE);
  }

  private HttpURLConnection open(String path) throws IOException {
    var connection = (HttpURLConnection) URI.create(jira.baseUri() + path).toURL().openConnection();
    connection.setRequestProperty("Authorization", token);
    return connection;
  }
}
