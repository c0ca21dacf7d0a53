package dev.apiauth.sidecar.prove.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.sidecar.egress.EgressAnswer;
import dev.apiauth.sidecar.prove.Forge;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Keys of a provider in a laboratory: time moves when it is told to, the provider does as it is
 * told.
 */
final class Laboratory {

  static final String FIRST = Forge.ec("first").jwk();
  static final String SECOND = Forge.ec("second").jwk();

  /** What the provider does with a fetch. */
  enum Behaviour {
    ANSWERS,
    REFUSES,
    HANGS
  }

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<Promise<EgressAnswer>> hanging = new ArrayList<>();
  private volatile String published = Forge.keySet(FIRST);
  private volatile Behaviour behaviour = Behaviour.ANSWERS;
  final RefreshedKeys keys;

  Laboratory(KeyFreshness freshness) {
    var clock =
        new RefreshClock(() -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, noJitter());
    keys =
        new RefreshedKeys(
            "idp",
            new JwksSource(this::get, "https://idp.example/jwks"),
            freshness,
            clock,
            new CallersContext(vertx, Duration.ofMillis(500)));
  }

  private static RandomGenerator noJitter() {
    return () -> 0L;
  }

  private synchronized Future<EgressAnswer> get(String url) {
    fetches.incrementAndGet();
    return switch (behaviour) {
      case ANSWERS -> Future.succeededFuture(new EgressAnswer.Document(Buffer.buffer(published)));
      case REFUSES -> Future.succeededFuture(new EgressAnswer.Failed("it cannot be connected to"));
      case HANGS -> {
        Promise<EgressAnswer> later = Promise.promise();
        hanging.add(later);
        yield later.future();
      }
    };
  }

  /** Lets time pass, a tick each second. */
  void pass(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      keys.tick();
    }
  }

  /** Lets time pass without anybody noticing. */
  void jump(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  void publish(String... jwks) {
    published = Forge.keySet(jwks);
  }

  void provider(Behaviour does) {
    behaviour = does;
  }

  /** Answers every fetch that hangs. */
  synchronized void answerHanging() {
    behaviour = Behaviour.ANSWERS;
    hanging.forEach(later -> later.complete(new EgressAnswer.Document(Buffer.buffer(published))));
    hanging.clear();
  }

  int fetches() {
    return fetches.get();
  }

  KeySet held() {
    return keys.current().orElseThrow();
  }

  static KeySet set(String... jwks) {
    return KeySet.parse(Forge.keySet(jwks).getBytes(UTF_8)).orElseThrow();
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(5, TimeUnit.SECONDS);
  }

  void stop() throws Exception {
    keys.close();
    vertx.close().await(5, TimeUnit.SECONDS);
  }
}
