package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsAreSeenAsTheyCame {

  private final BlockingQueue<RequestHead> heads = new LinkedBlockingQueue<>();
  private final RequestHeads view = new RequestHeads(new RequestIds("test"));
  private final StartedListener listener =
      StartedListener.with(
          request -> {
            heads.add(view.of(request));
            request.resume();
            request.response().end("ok");
          });

  @AfterEach
  void stop() {
    listener.close();
  }

  private RequestHead seenOf(String request) throws InterruptedException {
    try (var socket = listener.connect().send(request)) {
      socket.readUntil("ok", Duration.ofSeconds(5));
      RequestHead head = heads.poll(5, TimeUnit.SECONDS);
      assertThat(head).isNotNull();
      return head;
    }
  }

  @Test
  void theTargetIsNotDecoded() throws InterruptedException {
    RequestHead head = seenOf("GET /a/%2e%2E/;b//c?d=[]|{}\"<>\\^` HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(head.target()).isEqualTo("/a/%2e%2E/;b//c?d=[]|{}\"<>\\^`");
    assertThat(head.method()).isEqualTo("GET");
    assertThat(head.version()).isEqualTo(ProtocolVersion.HTTP_1_1);
  }

  @Test
  void fieldsKeepTheirOrderAndSpelling() throws InterruptedException {
    RequestHead head = seenOf("GET / HTTP/1.0\r\nhOST: x\r\nB: 1\r\nA: 2\r\nb:\t3 \r\n\r\n");

    assertThat(head.headers().lines())
        .containsExactly(
            new HeaderField("hOST", "x"),
            new HeaderField("B", "1"),
            new HeaderField("A", "2"),
            new HeaderField("b", "3"));
    assertThat(head.headers().all("b")).containsExactly("1", "3");
    assertThat(head.headers().first("HOST")).contains("x");
    assertThat(head.headers().has("c")).isFalse();
    assertThat(head.version()).isEqualTo(ProtocolVersion.HTTP_1_0);
  }

  @Test
  void theirIdsAreOursAndTheirPeerIsTheSockets() throws InterruptedException {
    String request =
        "GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine\r\nX-Forwarded-For: 9.9.9.9\r\n\r\n";
    RequestHead first = seenOf(request);
    RequestHead second = seenOf(request);

    assertThat(first.id()).startsWith("test-").isNotEqualTo(second.id());
    assertThat(first.peer().getHostAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void idsOfOneProcessDifferAndAreShort() {
    RequestIds ids = RequestIds.ofThisProcess();

    assertThat(ids.next()).matches("[0-9a-z]{5}-1");
    assertThat(ids.next()).matches("[0-9a-z]{5}-2");
  }
}
