package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.OpenDoor;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.http.RawScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The product closes connections that the sidecar keeps: Tomcat does after a hundred requests. */
class KeptConnectionsLoseNoRequest {

  private static final int REQUESTS = 1000;

  @Test
  void tomcatsCloseAfterAHundredRequestsIsNoticed() {
    try (var company = new StubCompany();
        var jira = company.trusted(Scenario.jira()).start()) {
      String token = company.tokenOf("alice");
      var client = jira.client();
      var statuses = new ArrayList<Integer>();

      for (int i = 0; i < REQUESTS; i++) {
        statuses.add(client.get("/rest/api/2/myself").bearer(token).send().status());
      }

      assertThat(statuses).hasSize(REQUESTS).containsOnly(200);
      assertThat(jira.reachedProduct()).hasSize(REQUESTS);
    }
  }

  /**
   * A close that was not announced may cross a request on its way; then nobody knows, and says so.
   */
  @Test
  void noPostIsSentTwiceIntoAConnectionThatIsBeingClosed() {
    String answer = RawScript.ok("done");
    try (var door = OpenDoor.to(RawScript.readRequest().send(answer));
        var client = door.connect()) {
      var statuses = new ArrayList<Integer>();
      for (int i = 0; i < 200; i++) {
        String post =
            "POST /browse/%d HTTP/1.1\r\nHost: jira\r\nContent-Length: 2\r\n\r\nhi".formatted(i);
        statuses.add(client.send(post).answer().status());
      }

      List<String> arrived = door.requestLines();

      assertThat(statuses).hasSize(200).isSubsetOf(200, 502).contains(200);
      assertThat(arrived).doesNotHaveDuplicates();
      assertThat(arrived.size())
          .isGreaterThanOrEqualTo((int) statuses.stream().filter(s -> s == 200).count());
    }
  }
}
