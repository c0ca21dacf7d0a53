package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From Secrets on disk to calls that pass: a thousand tokens of a hundred users. */
class AThousandApiTokensAreLoaded {

  @Test
  void andEachIsKnown() throws IOException {
    List<IssuedSecret> issued =
        IntStream.range(0, 1000)
            .mapToObj(n -> IssuedSecret.of("token-" + n, n == 999 ? "alice" : "user-" + n / 10))
            .toList();
    String manifests =
        issued.stream().map(each -> each.secret().yaml()).collect(Collectors.joining("---\n"));
    try (var jira = Tokened.JIRA.scenario().start()) {
      IssuedSecret last = issued.getLast();
      Files.writeString(jira.folder().secrets().resolve("tokens.yaml"), manifests);
      Instant written = Instant.now();
      Eventually.holds(() -> status(jira, last) == 200, "the tokens come into force");
      Duration took = Duration.between(written, Instant.now());

      System.out.printf("1,000 tokens in force after %d ms%n", took.toMillis());
      assertThat(took).isLessThan(Duration.ofSeconds(10));
      assertThat(status(jira, issued.getFirst()))
          .as("known, without a token on file")
          .isEqualTo(403);
    }
  }

  private static int status(Protected jira, IssuedSecret token) {
    return jira.client().get(Tokened.JIRA.call()).bearer(token.token()).send().status();
  }
}
