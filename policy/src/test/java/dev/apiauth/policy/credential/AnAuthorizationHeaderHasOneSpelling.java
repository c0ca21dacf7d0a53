package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** RFC 9110, section 11.6.2, more strictly than the products read it (B9). */
class AnAuthorizationHeaderHasOneSpelling {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "authorization-headers.csv",
      numLinesToSkip = 1,
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false)
  void andEveryOtherIsRefused(String what, String value, String expected) {
    String spelled = value.replace("<TAB>", "\t");

    assertThat(Told.credential(AuthorizationHeader.read(spelled))).isEqualTo(expected);
  }
}
