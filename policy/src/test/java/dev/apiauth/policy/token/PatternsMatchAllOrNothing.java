package dev.apiauth.policy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N7: expressions are anchored, linear and bounded. */
class PatternsMatchAllOrNothing {

  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, ab, false",
    "a, ba, false",
    "a|b, b, true",
    "a|b, ab, false",
    "a|b, bx, false",
    "^a$, a, true",
    "(?i)alice, ALICE, true",
    "(?m)a$, 'a\nb', false"
  })
  void thePatternIsAnchored(String pattern, String name, boolean matches) {
    assertThat(RegexTransform.of(pattern, "x").apply(name).isPresent()).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a)|(b", "(", "(?=a)a", "(?!a)b", "(?<=a)b", "(a)\\1", "a{1,2000}", "[", "*"})
  void whatRe2DoesNotReadIsRefused(String pattern) {
    assertThat(RegexTransform.complaint(pattern, "x")).isPresent();
    assertThatThrownBy(() -> RegexTransform.of(pattern, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"$1, al", "$2$1, iceal", "$1$$, al$", "x-$2, x-ice", "\\, \\", "plain, plain"})
  void groupsAreFilledIn(String replacement, String expected) {
    assertThat(RegexTransform.of("(al)(ice)", replacement).apply("alice")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$3", "$0", "$", "$x", "${name}", "$1$"})
  void aReplacementRefersToGroupsThatExist(String replacement) {
    assertThat(RegexTransform.complaint("(al)(ice)", replacement)).isPresent();
  }

  @Test
  void aGroupThatTookNoPartIsEmpty() {
    assertThat(RegexTransform.of("(a)|(b)", "[$1$2]").apply("b")).contains("[b]");
  }

  @Test
  void aPatternHas1024CharactersAtMost() {
    assertThat(RegexTransform.complaint("a".repeat(1024), "x")).isEmpty();
    assertThat(RegexTransform.complaint("a".repeat(1025), "x")).isPresent();
  }

  @Test
  void timeIsLinear() {
    var greedy = RegexTransform.of("(a+)+(a+)+(a+)+b", "x");

    Assertions.assertTimeout(Duration.ofSeconds(2), () -> greedy.apply("a".repeat(255)));
  }
}
