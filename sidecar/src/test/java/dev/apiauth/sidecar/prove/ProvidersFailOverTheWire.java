package dev.apiauth.sidecar.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.sidecar.egress.EgressClient;
import dev.apiauth.sidecar.egress.SystemHostResolver;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.keys.KeyFreshness;
import dev.apiauth.sidecar.prove.keys.KeyLocation;
import dev.apiauth.sidecar.prove.keys.ProviderKeys;
import dev.apiauth.sidecar.prove.keys.ProviderKeysFactory;
import dev.apiauth.sidecar.prove.keys.RefreshClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F1, F4, F6, F7 and F8 of 5-security with a provider that really listens, on loopback. */
class ProvidersFailOverTheWire {

  private static final Forge FIRST = Forge.rsa("first");
  private static final Forge SECOND = Forge.rsa("second");
  private static final String TOKEN = FIRST.token(Tokens.payload("u-1"));

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile String published = Forge.keySet(FIRST.jwk());
  private volatile boolean silent;
  private HttpServer server = vertx.createHttpServer();
  private JwtVerifier verifier = verifier(1);

  @BeforeEach
  void start() throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .await(5, TimeUnit.SECONDS);
    fetches.set(0);
    verifier = verifier(server.actualPort());
    assertThat(verify(TOKEN)).isEqualTo("pass");
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    fetches.incrementAndGet();
    if (!silent) {
      request.response().putHeader("Content-Type", "application/json").end(published);
    }
  }

  @Test
  void aRotatedKeyIsAcceptedAtItsFirstUse() throws Exception { // F6
    published = Forge.keySet(FIRST.jwk(), SECOND.jwk());

    assertThat(verify(SECOND.token(Tokens.payload("u-1")))).isEqualTo("pass");
    assertThat(fetches).hasValue(2);
    assertThat(verify(TOKEN)).isEqualTo("pass");
  }

  @Test
  void aThousandUsersOfARotatedKeyCauseOneFetch() throws Exception { // F8
    published = Forge.keySet(SECOND.jwk());
    List<Future<Outcome<VerifiedToken>>> waiting = new ArrayList<>();
    for (int user = 0; user < 1_000; user++) {
      waiting.add(verifier.verify(SECOND.token(Tokens.payload("u-" + user)), Tokens.NOW));
    }

    for (int user = 0; user < 1_000; user++) {
      var answer = waiting.get(user).await(30, TimeUnit.SECONDS);
      assertThat(((Outcome.Pass<VerifiedToken>) answer).value().claims().string("sub"))
          .contains("u-" + user);
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void tenThousandInventedKeysCauseTwoFetches() throws Exception { // F7
    for (int kid = 0; kid < 10_000; kid++) {
      String header = "{\"alg\":\"RS256\",\"kid\":\"%d\"}".formatted(kid);
      assertThat(verify(Forge.encode(header) + "." + Forge.encode("{}") + ".AAAA"))
          .isEqualTo("token_untrusted");
    }

    assertThat(fetches.get() - 1).isLessThanOrEqualTo(2);
    assertThat(verify(TOKEN)).isEqualTo("pass");
  }

  @Test
  void aSilentProviderHoldsUpNobodyWhoIsKnown() throws Exception { // F4
    silent = true;
    Future<Outcome<VerifiedToken>> stranger =
        verifier.verify(SECOND.token(Tokens.payload("u-1")), Tokens.NOW);

    assertThat(verifier.verify(TOKEN, Tokens.NOW).isComplete()).isTrue();
    assertThat(verify(FIRST.token(Tokens.payload("new")))).isEqualTo("pass");
    assertThat(stranger.isComplete()).isFalse();
    assertThat(Answers.of(stranger.await(10, TimeUnit.SECONDS))).isEqualTo("token_untrusted");
  }

  @Test
  void aProviderThatIsDownAtStartIsAskedAgain() throws Exception { // F1
    int port = server.actualPort();
    server.close().await(5, TimeUnit.SECONDS);
    JwtVerifier early = verifier(port);

    assertThat(Answers.of(early.verify(TOKEN, Tokens.NOW).await(10, TimeUnit.SECONDS)))
        .isEqualTo("provider_silent");

    vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(port, "127.0.0.1")
        .await(5, TimeUnit.SECONDS);
    assertThat(firstPass(early)).isBefore(Instant.now().plusSeconds(10));
  }

  private static Instant firstPass(JwtVerifier verifier) throws Exception {
    Instant end = Instant.now().plusSeconds(10);
    while (Instant.now().isBefore(end)) {
      if (verifier.verify(TOKEN, Tokens.NOW).await(10, TimeUnit.SECONDS) instanceof Outcome.Pass) {
        return Instant.now();
      }
      Thread.sleep(50);
    }
    return Instant.MAX;
  }

  @Test
  void everyCallerGoesOnWhereItCalledFrom() throws Exception {
    published = Forge.keySet(SECOND.jwk());
    List<Future<Boolean>> callers = new ArrayList<>();
    for (int loop = 0; loop < 4; loop++) {
      String token = SECOND.token(Tokens.payload("u-" + loop));
      callers.add(onAnotherLoop(token));
    }

    for (Future<Boolean> sameThread : callers) {
      assertThat(sameThread.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Whether the answer came on the thread that asked, on an event loop of its own. */
  private Future<Boolean> onAnotherLoop(String token) {
    Promise<Boolean> sameThread = Promise.promise();
    vertx.deployVerticle(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            Thread asking = Thread.currentThread();
            return verifier
                .verify(token, Tokens.NOW)
                .onSuccess(answer -> sameThread.complete(Thread.currentThread() == asking));
          }
        });
    return sameThread.future();
  }

  private String verify(String token) throws Exception {
    return Answers.of(verifier.verify(token, Tokens.NOW).await(10, TimeUnit.SECONDS));
  }

  private JwtVerifier verifier(int port) {
    String origin = "http://127.0.0.1:" + port;
    var egress =
        new EgressClient(
            vertx,
            new EgressRules(EgressAllowance.of(List.of(origin))),
            new SystemHostResolver(vertx),
            TrustAnchors.ofJvm());
    ProviderKeys keys =
        new ProviderKeysFactory(vertx, egress, RefreshClock.ofSystem(), Metrics.NONE)
            .open("idp", new KeyLocation.JwksUrl(origin + "/jwks"), KeyFreshness.DEFAULT);
    return new JwtVerifier(
        Tokens.rules(),
        keys,
        new ProvenTokens(1 << 20, Ticker.systemTicker()),
        vertx.createSharedWorkerExecutor("prove", 2));
  }
}
