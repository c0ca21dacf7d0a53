package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** O3: whatever holds a token or a secret on its way says so little that it may stand in a log. */
class WhatIsSentToProvidersIsNotPrinted {

  private static final String SECRET = "shh-4711";

  static Stream<Object> holders() {
    CallDraft draft =
        CallDraft.to(HttpMethod.POST, "https://idp.example/token")
            .bearer(SECRET)
            .query("proof", SECRET)
            .member("token", SECRET)
            .parameter("client_secret", SECRET);
    return Stream.of(
        draft,
        draft.finished(),
        draft.finished().content().orElseThrow(),
        Asked.told(SECRET),
        Asked.told(draft),
        new SecretProof(SECRET));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void byItsText(Object holder) {
    assertThat(holder.toString()).isNotEmpty().doesNotContain(SECRET);
  }
}
