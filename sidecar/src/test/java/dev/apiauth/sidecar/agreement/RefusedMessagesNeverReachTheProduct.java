package dev.apiauth.sidecar.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.listen.LlhttpCase;
import dev.apiauth.sidecar.scenario.OpenDoor;
import dev.apiauth.testkit.http.RawScript;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Framing, through all of the sidecar, before a product that everybody may call: what llhttp calls
 * an error is refused and its connection ends, and no smuggled request arrives (S1 to S22).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedMessagesNeverReachTheProduct {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private OpenDoor door = OpenDoor.to(RawScript.healthy("product"));

  @BeforeAll
  void open() {
    door.close();
    door = OpenDoor.to(RawScript.healthy("product"));
  }

  @AfterAll
  void close() {
    door.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void whatLlhttpCallsAnErrorIsRefused(LlhttpCase error) {
    int before = door.requestLines().size();

    List<Integer> statuses = statusesOf(error.octets());

    assertThat(statuses).isNotEmpty();
    assertThat(statuses.getLast())
        .matches(status -> status / 100 == 4 || status == 501 || status == 505);
    assertThat(door.requestLines().size() - before)
        .as("requests that were whole before the error")
        .isLessThanOrEqualTo(error.complete());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/dev/apiauth/sidecar/agreement/smuggling.csv", numLinesToSkip = 1)
  void noSmuggledRequestArrives(String what, String message) {
    int before = door.requestLines().size();

    List<Integer> statuses = statusesOf(message.translateEscapes());

    assertThat(statuses).isNotEmpty();
    assertThat(statuses.getLast())
        .matches(status -> status / 100 == 4 || status == 501 || status == 505);
    assertThat(door.requestLines().size() - before).isLessThanOrEqualTo(1);
    assertThat(door.product().allReceived()).doesNotContain("/smuggled");
  }

  /** The statuses of everything that is answered until the sidecar ends the connection. */
  private List<Integer> statusesOf(String octets) {
    try (var client = door.connect()) {
      client.send(octets);
      String all = client.untilEnd();
      return STATUS.matcher(all).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }
  }

  private static Stream<LlhttpCase> errors() throws IOException {
    return LlhttpCase.all().stream().filter(c -> !c.isAccepted() && !c.isPause());
  }
}
