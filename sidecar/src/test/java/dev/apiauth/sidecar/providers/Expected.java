package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;

/** The answer that a row of the matrix names. */
sealed interface Expected {

  /** The provider has no such tokens. */
  record NoSuchTokens(String why) implements Expected {}

  /** The product acts as that user. */
  record ActsAs(String user) implements Expected {}

  /** Nothing reaches the product. */
  record Refused(int status, String reason) implements Expected {}

  /** Reads "200 USER", "STATUS REASON" or "none: WHY". */
  static Expected parse(String text) {
    if (text.startsWith("none: ")) return new NoSuchTokens(text.substring("none: ".length()));
    String[] words = text.split(" ");
    return words[0].equals("200")
        ? new ActsAs(words[1])
        : new Refused(Integer.parseInt(words[0]), words[1]);
  }

  /** Fails unless that is the answer, and the product saw what it should. */
  default void check(Answer answer, List<SeenRequest> reached) {
    switch (this) {
      case ActsAs(String user) -> {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(reached).last().satisfies(seen -> assertThat(seen.actedAs()).isEqualTo(user));
      }
      case Refused(int status, String reason) -> {
        assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(reached).isEmpty();
      }
      case NoSuchTokens none -> throw new IllegalArgumentException("there is nothing to answer");
    }
  }
}
