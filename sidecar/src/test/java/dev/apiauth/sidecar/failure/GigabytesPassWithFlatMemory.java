package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Installed;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attachments stream both ways: a sidecar with 64 MiB of heap passes a GiB and grows by less. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GigabytesPassWithFlatMemory {

  private static final long GIB = 1L << 30;
  private static final long MOST_GROWTH_KIB = 64 * 1024;
  private static final byte[] BLOCK = new byte[64 * 1024];

  private final StubCompany company = new StubCompany();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Installed jira = company.trusted(Scenario.jira()).install("-Xmx64m");

  @BeforeAll
  void warmUp() throws Exception {
    for (int i = 0; i < 20; i++) {
      download(1 << 20);
      upload(1 << 20, BodyPublishers.ofByteArray(new byte[1 << 20]));
    }
  }

  @AfterAll
  void stop() {
    http.close();
    jira.close();
    company.close();
  }

  @Test
  void downloaded() throws Exception {
    long before = jira.sidecar().peakMemoryKib();

    download(GIB);

    assertThat(jira.sidecar().peakMemoryKib() - before).isLessThan(MOST_GROWTH_KIB);
  }

  @Test
  void uploadedWithALength() throws Exception {
    assertFlat(BodyPublishers.fromPublisher(blocks(), GIB));
  }

  @Test
  void uploadedInChunks() throws Exception {
    assertFlat(blocks());
  }

  private void assertFlat(BodyPublisher body) throws Exception {
    long before = jira.sidecar().peakMemoryKib();

    upload(GIB, body);

    assertThat(jira.sidecar().peakMemoryKib() - before).isLessThan(MOST_GROWTH_KIB);
  }

  private void download(long bytes) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(
            call("/secure/attachment/1/file.bin?size=" + bytes).build(),
            BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    long read = 0;
    try (InputStream in = answer.body()) {
      byte[] buffer = new byte[256 * 1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) read += count;
    }
    assertThat(read).isEqualTo(bytes);
  }

  private void upload(long bytes, BodyPublisher body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            call("/rest/api/2/issue/ABC-1/attachments")
                .header("X-Atlassian-Token", "no-check")
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"size\":" + bytes);
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jira.sidecar().port() + path))
        .header("Authorization", "Bearer " + company.tokenOf("alice"));
  }

  private static BodyPublisher blocks() {
    return BodyPublishers.ofByteArrays(
        () -> Stream.generate(() -> BLOCK).limit(GIB / BLOCK.length).iterator());
  }
}
