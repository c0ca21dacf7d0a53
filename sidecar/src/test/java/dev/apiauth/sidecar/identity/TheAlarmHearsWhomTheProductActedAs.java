package dev.apiauth.sidecar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.decide.UpstreamIdentity.BoundToken;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.PathClass;
import io.vertx.core.MultiMap;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of {@link ActedAsCheck}. */
class TheAlarmHearsWhomTheProductActedAs {

  private static final ProductProfile.ActedAs PROFILE =
      new ProductProfile.ActedAs("X-AUSERNAME", "anonymous", Set.of(PathClass.REST_API));

  @ParameterizedTest(name = "{0} on {1}, status {2}: alarm {3}")
  @CsvSource(
      textBlock =
          """
          alice,       REST_API, 200, false
          ALICE,       REST_API, 200, false
          mallory,     REST_API, 200, true
          mallory,     DOWNLOAD, 200, true
          anonymous,   REST_API, 200, true
          anonymous,   REST_API, 401, true
          '',          REST_API, 200, true
          -,           REST_API, 200, true
          -,           REST_API, 304, false
          -,           DOWNLOAD, 200, false
          al%69ce,     REST_API, 200, false
          al%C3%AFce,  REST_API, 200, true
          """)
  void row(String said, PathClass pathClass, int status, boolean alarm) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    if (!said.equals("-")) headers.set("X-AUSERNAME", said);

    var outcome =
        ActedAsCheck.check(
            new BoundToken("token", "alice"),
            status,
            ActedAs.in(headers, PROFILE),
            pathClass,
            PROFILE);

    assertThat(outcome instanceof Outcome.Refused).isEqualTo(alarm);
  }
}
