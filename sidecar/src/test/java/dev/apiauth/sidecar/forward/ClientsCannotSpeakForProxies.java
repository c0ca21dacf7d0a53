package dev.apiauth.sidecar.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a client's header fields the product sees (X1 to X3). */
class ClientsCannotSpeakForProxies {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "x-forwarded-host",
        "X-Forwarded-User",
        "X-Forwarded-Client-Cert",
        "Forwarded",
        "X-Real-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Client-IP",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-HTTP-Method-Override",
        "Client-Cert",
        "Remote-User",
        "X-Auth-User",
        "X-AUSERNAME",
        "X-Seraph-Trusted-App-Cert",
        "X_Forwarded_For",
        "X.Forwarded.For",
        "Remote_User",
        "Anything_At_All",
        "Proxy-Authorization",
        "Transfer-Encoding",
        "Upgrade",
        "Connection"
      })
  void hidden(String name) {
    assertThat(HiddenFields.hides(name.toLowerCase(Locale.ROOT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Encoding",
        "Origin",
        "Referer",
        "User-Agent",
        "X-Atlassian-Token",
        "Content-Type",
        "If-None-Match",
        "Range",
        "Sec-WebSocket-Key",
        "X-Requested-With",
        "traceparent"
      })
  void passedOn(String name) {
    assertThat(HiddenFields.hides(name.toLowerCase(Locale.ROOT))).isFalse();
  }

  @Test
  void whatConnectionNamesBelongsToThisConnection() {
    assertThat(HiddenFields.nominated(List.of("keep-alive, X-Secret", " te ")))
        .containsExactlyInAnyOrder("keep-alive", "x-secret", "te");
  }
}
