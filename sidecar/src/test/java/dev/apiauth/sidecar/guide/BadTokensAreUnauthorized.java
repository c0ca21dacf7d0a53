package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.ShiftedClock;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A token that is missing or bad gives 401 with a challenge, and the product never hears of it. */
class BadTokensAreUnauthorized {

  private static final ShiftedClock CLOCK = new ShiftedClock();
  private static final Map<GuideProduct, Protected> PRODUCTS = new EnumMap<>(GuideProduct.class);

  @BeforeAll
  static void start() {
    for (var product : GuideProduct.values()) {
      PRODUCTS.put(product, product.scenario().at(CLOCK).start());
    }
  }

  @AfterAll
  static void stop() {
    PRODUCTS.values().forEach(Protected::close);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvFileSource(resources = "bad-tokens.csv", numLinesToSkip = 1)
  void onEachProduct(GuideProduct product, TokenKind kind, String reason, String error) {
    for (String path : new String[] {product.call(), product.call() + "/"}) {
      Answer answer = call(product, path, kind.make());

      assertThat(answer.status()).as(answer.body()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
      assertThat(answer.headers().allValues("WWW-Authenticate"))
          .singleElement()
          .satisfies(
              challenge ->
                  assertThat(challenge)
                      .startsWith("Bearer realm=\"atlassian/")
                      .satisfies(text -> carries(text, error)));
    }
  }

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void onceItHasEnded(GuideProduct product) {
    String token = Company.realm().tokenOf("alice");
    try {
      CLOCK.putForwardBy(Duration.ofMinutes(5).plusSeconds(70)); // its life and the skew (J17)
      Answer answer = call(product, product.call(), token);

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"token_expired\"");
      carries(answer.header("WWW-Authenticate"), "invalid_token");
    } finally {
      CLOCK.putForwardBy(Duration.ZERO);
    }
  }

  private static Answer call(GuideProduct product, String path, String token) {
    Protected guarded = Objects.requireNonNull(PRODUCTS.get(product));
    guarded.product().forget();
    var call = guarded.client().get(path);
    Answer answer = (token.isEmpty() ? call : call.bearer(token)).send();

    assertThat(guarded.product().seen()).isEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).as("B11").isEqualTo("no-store");
    return answer;
  }

  /** Without credentials there is no error to name (B1); with bad ones there is (B3). */
  private static void carries(String challenge, String error) {
    if (error.equals("none")) assertThat(challenge).doesNotContain("error");
    else assertThat(challenge).contains(", error=\"" + error + "\"");
  }
}
