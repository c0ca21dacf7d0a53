package dev.apiauth.sidecar.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.prove.jws.KeySet;
import dev.apiauth.sidecar.prove.keys.ProviderKeys;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is remembered is the proof, for as long as everything that it rests on still holds; never a
 * decision.
 */
class AKnownTokenIsNotProvenAgain {

  private static final Forge FIRST = Forge.ec("first");
  private static final Forge SECOND = Forge.ec("second");
  private static final String TOKEN = FIRST.token(Tokens.payload("u-1"));

  private final Vertx vertx = Vertx.vertx();
  private final WorkerExecutor workers = vertx.createSharedWorkerExecutor("prove", 2);
  private final ProvenTokens proven = new ProvenTokens(64 * 1024, Ticker.systemTicker());
  private final Published keys = new Published();
  private final JwtVerifier verifier = verifier(Tokens.rules());

  /** Keys that change when the test says so. */
  private static final class Published implements ProviderKeys {

    private volatile Optional<KeySet> set = Optional.of(keySet(FIRST.jwk()));

    @Override
    public Optional<KeySet> current() {
      return set;
    }

    @Override
    public Future<Outcome<KeySet>> available() {
      return Future.succeededFuture(
          set.map(Outcome::pass).orElseGet(() -> Outcome.refuse(Reason.PROVIDER_SILENT)));
    }

    @Override
    public Future<KeySet> newerThan(KeySet seen) {
      return Future.succeededFuture(set.orElse(seen));
    }

    @Override
    public ProviderState state() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void theSecondTimeNobodyWaits() throws Exception {
    verify(TOKEN, Tokens.NOW);

    Future<Outcome<VerifiedToken>> again = verifier.verify(TOKEN, Tokens.NOW);

    assertThat(again.isComplete()).isTrue();
    assertThat(Answers.of(again.result())).isEqualTo("pass");
    assertThat(proven.issuerOf(TokenDigest.of(TOKEN))).contains(Tokens.ISSUER);
  }

  @Test
  void itsTimesAreComparedEachTime() throws Exception {
    verify(TOKEN, Tokens.NOW);

    assertThat(known(verifier, TOKEN, Tokens.END.plusSeconds(59))).isEqualTo("pass");
    assertThat(known(verifier, TOKEN, Tokens.END.plusSeconds(60))).isEqualTo("token_expired");
    assertThat(known(verifier, TOKEN, Tokens.NOW.minusSeconds(161)))
        .isEqualTo("token_not_yet_valid");
  }

  @Test
  void itDiesWithTheKeyThatProvedIt() throws Exception {
    verify(TOKEN, Tokens.NOW);
    keys.set = Optional.of(keySet(SECOND.jwk()));

    assertThat(known(verifier, TOKEN, Tokens.NOW)).isEqualTo("unknown");
    assertThat(verify(TOKEN, Tokens.NOW)).isEqualTo("token_untrusted");

    keys.set = Optional.of(keySet(SECOND.jwk(), FIRST.jwk()));
    assertThat(known(verifier, TOKEN, Tokens.NOW)).as("it was forgotten").isEqualTo("unknown");
    assertThat(verify(TOKEN, Tokens.NOW)).isEqualTo("pass");
  }

  @Test
  void anotherKeyUnderTheSameNameIsAnotherKey() throws Exception {
    verify(TOKEN, Tokens.NOW);
    keys.set = Optional.of(keySet(Forge.ec("first").jwk()));

    assertThat(known(verifier, TOKEN, Tokens.NOW)).isEqualTo("unknown");
    assertThat(verify(TOKEN, Tokens.NOW)).isEqualTo("token_untrusted");
  }

  @Test
  void aKeyThatStaysInANewSetStillProvesIt() throws Exception {
    verify(TOKEN, Tokens.NOW);
    keys.set = Optional.of(keySet(SECOND.jwk(), FIRST.jwk()));

    assertThat(known(verifier, TOKEN, Tokens.NOW)).isEqualTo("pass");
  }

  @Test
  void withoutKeysNothingIsProven() throws Exception {
    verify(TOKEN, Tokens.NOW);
    keys.set = Optional.empty();

    assertThat(verify(TOKEN, Tokens.NOW)).isEqualTo("provider_silent");
  }

  @Test
  void changedRulesDoNotInheritIt() throws Exception {
    verify(TOKEN, Tokens.NOW);
    JwtVerifier otherAudience = verifier(Tokens.rulesFor("api://wiki"));

    assertThat(known(otherAudience, TOKEN, Tokens.NOW)).isEqualTo("unknown");
    assertThat(Answers.of(await(otherAudience.verify(TOKEN, Tokens.NOW))))
        .isEqualTo("token_not_for_us");
    assertThat(known(verifier(Tokens.rules()), TOKEN, Tokens.NOW))
        .as("equal rules of a reloaded policy")
        .isEqualTo("pass");
  }

  @Test
  void whatWasRefusedIsNotRemembered() throws Exception {
    String foreign = SECOND.token("{\"alg\":\"ES256\",\"kid\":\"first\"}", Tokens.payload("u-1"));
    verify(foreign, Tokens.NOW);

    assertThat(proven.size()).isZero();
    assertThat(proven.issuerOf(TokenDigest.of(foreign))).isEmpty();
  }

  @Test
  void anotherSpellingOfATokenIsAnotherToken() throws Exception {
    verify(TOKEN, Tokens.NOW);

    assertThat(verify(TOKEN + " ", Tokens.NOW)).isEqualTo("token_malformed");
    assertThat(verify(TOKEN + "=", Tokens.NOW)).isEqualTo("token_malformed");
  }

  @Test
  void memoryIsBounded() throws Exception {
    for (int user = 0; user < 200; user++) {
      assertThat(verify(FIRST.token(Tokens.payload("u-" + user)), Tokens.NOW)).isEqualTo("pass");
    }

    assertThat(proven.size()).isBetween(10L, 64L);
  }

  @Test
  void aDigestDoesNotTellTheToken() {
    assertThat(TokenDigest.of(TOKEN).toString()).hasSize(12);
    assertThat(TokenDigest.of(TOKEN))
        .isEqualTo(TokenDigest.of(TOKEN))
        .isNotEqualTo(TokenDigest.of(TOKEN + "x"));
  }

  private JwtVerifier verifier(TokenRules rules) {
    return new JwtVerifier(rules, keys, proven, workers);
  }

  private String verify(String token, Instant now) throws Exception {
    return Answers.of(await(verifier.verify(token, now)));
  }

  private static String known(JwtVerifier verifier, String token, Instant now) {
    return verifier.known(TokenDigest.of(token), now).map(Answers::of).orElse("unknown");
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(10, TimeUnit.SECONDS);
  }

  private static KeySet keySet(String... jwks) {
    return KeySet.parse(Forge.keySet(jwks).getBytes(UTF_8)).orElseThrow();
  }
}
