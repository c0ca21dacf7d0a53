package dev.apiauth.testkit.playground.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsAreShownInPart {

  @ParameterizedTest
  @CsvSource({
    "0123,                              **** (4 characters)",
    "0123456789abcdef0123456789ab,      **************************** (28 characters)",
    "0123456789abcdef0123456789abc,     0123456789...9abc (29 characters)"
  })
  void neverMoreThanHalf(String text, String shown) {
    assertThat(new Shortened(text).value()).isEqualTo(shown);
  }

  @Test
  void aSignedTokenIsReadAndAnotherIsNot() {
    var header = "eyJhbGciOiJSUzI1NiJ9";

    assertThat(new Shortened(header + ".eyJhIjoxfQ.c2ln").payload()).contains("{\"a\":1}");
    assertThat(new Shortened("gho_16C7e42F292c6912E7710c838347Ae178B4a").payload()).isEmpty();
    assertThat(new Shortened("ya29.a0.b1").payload()).isEmpty();
  }
}
