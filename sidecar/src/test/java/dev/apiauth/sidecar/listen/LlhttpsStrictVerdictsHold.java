package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.sidecar.pipeline.AdmitRequest;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The listener and {@link AdmitRequest} together, against cases that others wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LlhttpsStrictVerdictsHold {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private StartedListener listener = StartedListener.with(new Admission());
  private Map<String, Verdict> ours = Map.of();

  /** What we say where llhttp accepts or only pauses, and why. */
  private record Verdict(String where, String ends, String reason) {}

  @BeforeAll
  void readOurVerdicts() throws IOException {
    try (InputStream csv =
        Objects.requireNonNull(getClass().getResourceAsStream("llhttp-our-verdicts.csv"))) {
      ours =
          new String(csv.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split(",", 3))
              .map(cells -> new Verdict(cells[0], cells[1], cells[2]))
              .collect(Collectors.toMap(Verdict::where, Function.identity()));
    }
  }

  @AfterAll
  void stop() {
    listener.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void errorsAreRefusedAndTheConnectionIsClosed(LlhttpCase error) {
    try (var socket = listener.connect().send(error.octets())) {
      socket.readFor(PATIENCE);
      assertRefused(socket);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void errorsAreRefusedOctetByOctet(LlhttpCase error) {
    try (var socket = listener.connect().sendOneByOne(error.octets())) {
      socket.readFor(PATIENCE);
      assertRefused(socket);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void whatLlhttpAcceptsPassesUnlessWeSayWhyNot(LlhttpCase accepted) {
    Verdict verdict = ours.get(accepted.where());
    try (var socket = listener.connect().send(accepted.octets())) {
      if (verdict == null) {
        awaitAnswers(socket, accepted.complete());
        assertThat(socket.statuses()).containsOnly(200).hasSize(accepted.complete());
      } else {
        assertEnds(socket, verdict);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("incomplete")
  void whatIsInOrderButIncompleteIsWaitedFor(LlhttpCase incomplete) {
    try (var socket = listener.connect().send(incomplete.octets())) {
      socket.readFor(Duration.ofMillis(50));
      assertThat(socket.text()).isEmpty();
      assertThat(socket.isClosed()).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pauses")
  void pausesEndAsWeSay(LlhttpCase pause) {
    Verdict verdict = Objects.requireNonNull(ours.get(pause.where()), pause.where());
    try (var socket = listener.connect().send(pause.octets())) {
      assertEnds(socket, verdict);
    }
  }

  private static Stream<LlhttpCase> errors() throws IOException {
    return LlhttpCase.all().stream().filter(c -> !c.isAccepted() && !c.isPause());
  }

  private static Stream<LlhttpCase> pauses() throws IOException {
    return LlhttpCase.all().stream().filter(LlhttpCase::isPause);
  }

  private Stream<LlhttpCase> accepted() throws IOException {
    return LlhttpCase.all().stream()
        .filter(LlhttpCase::isAccepted)
        .filter(c -> c.complete() > 0 || ours.containsKey(c.where()));
  }

  private Stream<LlhttpCase> incomplete() throws IOException {
    return LlhttpCase.all().stream()
        .filter(LlhttpCase::isAccepted)
        .filter(c -> c.complete() == 0 && !ours.containsKey(c.where()));
  }

  private static void assertRefused(RawSocket socket) {
    assertThat(socket.statuses())
        .isNotEmpty()
        .last()
        .satisfies(
            status ->
                assertThat(status).matches(s -> (s >= 400 && s < 500) || s == 501 || s == 505));
    assertThat(socket.isClosed()).isTrue();
  }

  private static void awaitAnswers(RawSocket socket, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (socket.statuses().size() < count && !socket.isClosed() && System.nanoTime() < deadline) {
      socket.readFor(Duration.ofMillis(10));
    }
  }

  private static void assertEnds(RawSocket socket, Verdict verdict) {
    socket.readFor(verdict.ends().endsWith("closed") ? PATIENCE : Duration.ofMillis(100));
    String statuses =
        socket.statuses().stream().map(String::valueOf).collect(Collectors.joining(" "));
    assertThat(statuses + (socket.isClosed() ? " closed" : " open"))
        .as(verdict.reason())
        .isEqualTo(verdict.ends());
  }

  /** Admits or refuses as the pipeline does, and answers 200 in the product's place. */
  private static final class Admission implements RequestHandler {

    private final AdmitRequest admit = new AdmitRequest();
    private final RequestHeads heads = new RequestHeads(new RequestIds("test"));
    private final RequestHandler product = StartedListener.echo();

    @Override
    public void handle(HttpServerRequest request) {
      switch (admit.check(heads.of(request))) {
        case Outcome.Pass<?> admitted -> product.handle(request);
        case Outcome.Refused<?>(var refusal) ->
            request
                .response()
                .setStatusCode(refusal.reason().status().code())
                .putHeader("Connection", "close")
                .end();
      }
    }
  }
}
