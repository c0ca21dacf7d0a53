package dev.apiauth.sidecar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not searched for credentials is what no search would change. */
class PlainTextHoldsNoCredential {

  private static final List<String> PIECES =
      List.of(
          "ey",
          "eyJ",
          "ewo",
          "ewp",
          "glpat-",
          "xoxb-",
          "ghp_",
          "BBDC-",
          "ATATT",
          "N",
          "bearer ",
          "basic",
          "jwt",
          "token",
          "code",
          "=",
          ":",
          "%3D",
          "\"",
          "a",
          "z9",
          "/",
          ".",
          "-",
          "_",
          "Q7f",
          "0123456789abcdef",
          "alice",
          "rest");

  @Test
  void noSearchFindsAnythingInIt() {
    var random = new Random(11);
    int plain = 0;
    for (int round = 0; round < 200_000; round++) {
      String text = made(random);
      if (PlainText.is(text)) {
        plain++;
        assertThat(Redaction.searched(text)).isEqualTo(text);
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "127.0.0.1", "/rest/api/2/project", "alice", "jira-api-users", ""})
  void whatMostLinesConsistOfIsPlain(String text) {
    assertThat(PlainText.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"glpat-0123456789", "ewogICJhbGciOiAiUlMyNTYifQ", "code=1", "jwt 1", "é"})
  void whatMightBeOneIsSearched(String text) {
    assertThat(PlainText.is(text)).isFalse();
  }

  private static String made(Random random) {
    var text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int piece = 0; piece < pieces; piece++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
