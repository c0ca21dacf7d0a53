package dev.apiauth.sidecar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightsAreKnownByTheirHeaders {

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, Origin Access-Control-Request-Method, PREFLIGHT",
    "OPTIONS, origin access-control-request-method, PREFLIGHT",
    "OPTIONS, Origin, API_CLIENT",
    "OPTIONS, Access-Control-Request-Method, API_CLIENT",
    "GET, Origin Access-Control-Request-Method, API_CLIENT",
    "options, Origin Access-Control-Request-Method, API_CLIENT",
    "POST, Origin, API_CLIENT"
  })
  void onlyTheWholeOfItIsOne(String method, String names, Addressee expected) {
    var fields =
        Arrays.stream(names.split(" ", -1)).map(name -> new HeaderField(name, "x")).toList();
    var head =
        new RequestHead(
            "req-1",
            method,
            "/rest/api/2/issue",
            ProtocolVersion.HTTP_1_1,
            HeaderFields.of(fields),
            InetAddress.getLoopbackAddress());

    assertThat(Addressee.of(head)).isEqualTo(expected);
    assertThat(RefusedRequest.of(head).addressee()).isEqualTo(expected);
  }
}
