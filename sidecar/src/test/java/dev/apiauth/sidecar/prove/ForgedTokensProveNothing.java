package dev.apiauth.sidecar.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.egress.EgressAnswer;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.keys.KeyFreshness;
import dev.apiauth.sidecar.prove.keys.KeyLocation;
import dev.apiauth.sidecar.prove.keys.ProviderKeys;
import dev.apiauth.sidecar.prove.keys.ProviderKeysFactory;
import dev.apiauth.sidecar.prove.keys.RefreshClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RFC 8725, section 3, item by item: one token for each way to make a verifier believe what the
 * provider did not say.
 */
class ForgedTokensProveNothing {

  private static final String GOOD = Tokens.payload("u-1");

  private static final Forge RSA = Forge.rsa("rsa");
  private static final Forge EC = Forge.ec("ec");
  private static final Forge ED = Forge.ed25519("ed");
  private static final Forge ATTACKER = Forge.rsa("attacker");

  private final Vertx vertx = Vertx.vertx();
  private final WorkerExecutor workers = vertx.createSharedWorkerExecutor("prove", 2);
  private final ProviderKeys keys = inline(Forge.keySet(RSA.jwk(), EC.jwk(), ED.jwk()));

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        Arguments.of(
            "3.1 none",
            Forge.encode("{\"alg\":\"none\"}") + "." + Forge.encode(GOOD) + ".",
            "token_malformed"),
        Arguments.of(
            "3.1 none with a signature", RSA.token("{\"alg\":\"none\"}", GOOD), "token_untrusted"),
        Arguments.of(
            "3.1 nOnE", RSA.token("{\"alg\":\"nOnE\",\"kid\":\"rsa\"}", GOOD), "token_untrusted"),
        Arguments.of(
            "3.1 HS256 with the public key as secret", hmac(RSA.publicBytes()), "token_untrusted"),
        Arguments.of(
            "3.1 another algorithm of the same key type",
            RSA.token("{\"alg\":\"PS256\",\"kid\":\"rsa\"}", GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.1 an algorithm of another key type",
            RSA.token("{\"alg\":\"ES256\",\"kid\":\"rsa\"}", GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.2 an algorithm that nobody implements",
            RSA.token("{\"alg\":\"RS1\",\"kid\":\"rsa\"}", GOOD),
            "token_untrusted"),
        Arguments.of("3.3 another payload under the signature", tampered(), "token_untrusted"),
        Arguments.of("3.3 another header under the signature", reheaded(), "token_untrusted"),
        Arguments.of(
            "3.3 the signature of another key",
            ATTACKER.token("{\"alg\":\"RS256\",\"kid\":\"rsa\"}", GOOD),
            "token_untrusted"),
        Arguments.of("3.4 an ECDSA signature of zeros", zeros("ec", "ES256"), "token_untrusted"),
        Arguments.of("3.4 an EdDSA signature of zeros", zeros("ed", "EdDSA"), "token_untrusted"),
        Arguments.of(
            "3.6 a compressed payload",
            RSA.token("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"zip\":\"DEF\"}", GOOD),
            "token_malformed"),
        Arguments.of(
            "3.8 another issuer",
            RSA.token(GOOD.replace("idp.example", "other.example")),
            "issuer_unknown"),
        Arguments.of(
            "3.9 another audience",
            RSA.token(GOOD.replace("api://jira", "api://wiki")),
            "token_not_for_us"),
        Arguments.of(
            "3.10 a key in the header",
            ATTACKER.token(
                "{\"alg\":\"RS256\",\"kid\":\"attacker\",\"jwk\":" + ATTACKER.jwk() + "}", GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.10 a key address in the header",
            ATTACKER.token(
                "{\"alg\":\"RS256\",\"kid\":\"attacker\",\"jku\":\"https://attacker.example/\"}",
                GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.10 a key id that is a path",
            ATTACKER.token("{\"alg\":\"RS256\",\"kid\":\"../../../dev/null\"}", GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.10 a key id that is SQL",
            ATTACKER.token("{\"alg\":\"RS256\",\"kid\":\"' or 1=1 --\"}", GOOD),
            "token_untrusted"),
        Arguments.of(
            "3.11 another kind of JWT",
            RSA.token("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"dpop+jwt\"}", GOOD),
            "token_not_an_access_token"),
        Arguments.of(
            "3.12 an ID token",
            RSA.token(GOOD.replace("{", "{\"nonce\":\"n\",")),
            "token_not_an_access_token"),
        Arguments.of(
            "a nested token",
            RSA.token("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"cty\":\"JWT\"}", RSA.token(GOOD)),
            "token_malformed"),
        Arguments.of(
            "an expired token",
            RSA.token(GOOD.replace("1795521900", "1795521540").replace("1795521500", "1795521000")),
            "token_expired"),
        Arguments.of(
            "a claim twice", RSA.token(GOOD.replace("{", "{\"aud\":\"x\",")), "token_malformed"),
        Arguments.of("no token at all", "abc", "token_malformed"),
        Arguments.of("nothing", "", "token_malformed"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void isRefused(String item, String token, String reason) throws Exception {
    assertThat(Answers.of(verify(token))).isEqualTo(reason);
    assertThat(Answers.of(verify(token))).as("the second time").isEqualTo(reason);
  }

  @Test
  void whatTheProviderSignedIsProven() throws Exception {
    assertThat(Answers.of(verify(RSA.token(GOOD)))).isEqualTo("pass");
    assertThat(Answers.of(verify(EC.token(GOOD)))).isEqualTo("pass");
    assertThat(Answers.of(verify(ED.token(GOOD)))).isEqualTo("pass");
    assertThat(Answers.of(verify(ED.token("{\"alg\":\"Ed25519\",\"kid\":\"ed\"}", GOOD))))
        .isEqualTo("pass");
  }

  @Test
  void noTokenSurvivesTheChangeOfOneCharacter() throws Exception {
    String token = RSA.token(GOOD);
    var random = new Random(11);

    for (int change = 0; change < 3_000; change++) {
      var changed = new StringBuilder(token);
      changed.setCharAt(random.nextInt(token.length()), (char) random.nextInt(0x100));
      if (!changed.toString().equals(token)) {
        assertThat(verify(changed.toString()))
            .as(changed.toString())
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  @Test
  void anAlgorithmThatTheProviderDoesNotUseIsRefused() throws Exception {
    var onlyEc = Tokens.rules().signedWith(Set.of(JwsAlgorithm.ES256));

    assertThat(Answers.of(verify(onlyEc, EC.token(GOOD)))).isEqualTo("pass");
    assertThat(Answers.finding(verify(onlyEc, RSA.token(GOOD)))).startsWith("J4");
  }

  private Outcome<VerifiedToken> verify(String token) throws Exception {
    return verify(Tokens.rules(), token);
  }

  private Outcome<VerifiedToken> verify(TokenRules rules, String token) throws Exception {
    var proven = new ProvenTokens(1 << 20, Ticker.systemTicker());
    var verifier = new JwtVerifier(rules, keys, proven, workers);
    return verifier.verify(token, Tokens.NOW).await(10, TimeUnit.SECONDS);
  }

  private ProviderKeys inline(String jwks) {
    return new ProviderKeysFactory(
            vertx,
            url -> Future.succeededFuture(new EgressAnswer.Failed("nothing is fetched")),
            RefreshClock.ofSystem(),
            Metrics.NONE)
        .open("idp", new KeyLocation.Inline(jwks), KeyFreshness.DEFAULT);
  }

  private static String tampered() {
    String[] parts = RSA.token(GOOD).split("\\.", -1);
    return parts[0] + "." + Forge.encode(GOOD.replace("u-1", "u-2")) + "." + parts[2];
  }

  private static String reheaded() {
    String[] parts = RSA.token(GOOD).split("\\.", -1);
    return Forge.encode("{\"kid\":\"rsa\",\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2];
  }

  private static String zeros(String keyId, String algorithm) {
    String header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, keyId);
    return Forge.encode(header) + "." + Forge.encode(GOOD) + "." + "A".repeat(86);
  }

  private static String hmac(byte[] secret) {
    String input = Forge.encode("{\"alg\":\"HS256\",\"kid\":\"rsa\"}") + "." + Forge.encode(GOOD);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return input
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(mac.doFinal(input.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
