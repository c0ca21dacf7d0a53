package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.audit.Verdict;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In Shadow nobody is refused but malformed messages, and everything that would be is recorded. */
class ShadowRecordsWhatItWouldRefuse {

  private static final String CALL = "/rest/api/2/project";

  private final People people = new People();
  private final Protected jira =
      people
          .trustedBy(Scenario.jira())
          .withProduct(product -> product.withUser("alice", "open-sesame"))
          .with("/spec/mode", "Shadow")
          .start();

  @AfterEach
  void stop() {
    jira.close();
    people.close();
  }

  @Test
  void whatWouldBeAllowedRunsAsInEnforce() {
    Answer answer = jira.client().get(CALL).bearer(people.tokenOf("alice")).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().actedAs()).isEqualTo("alice");
    assertThat(recorded().decision().verdict()).isEqualTo(Verdict.ALLOW);
  }

  @Test
  void aPasswordGoesOnAsItCame() {
    Answer answer = jira.client().get(CALL).basic("alice", "open-sesame").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().actedAs()).isEqualTo("alice");
    wouldHaveBeen("password_refused");
  }

  @Test
  void aPasswordInAFormGoesOnAsItCame() {
    jira.client().form(CALL, "os_username=alice&os_password=open-sesame").send();

    assertThat(seen().actedAs()).isEqualTo("alice");
    wouldHaveBeen("password_refused");
  }

  @Test
  void whoSendsNothingGoesOnAsNobody() {
    Answer answer = jira.client().get(CALL).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().actedAs()).isEqualTo("anonymous");
    wouldHaveBeen("credential_missing");
  }

  @Test
  void aProvidersTokenIsNotShownToTheProduct() {
    String token = people.draftFor("alice").claim("groups", List.of("somebody-else")).sign();
    jira.client().get(CALL).bearer(token).send();

    assertThat(seen().headers("Authorization")).isEmpty();
    wouldHaveBeen("group_missing");
  }

  @Test
  void norAsThePasswordOfBasic() {
    String token = people.draftFor("alice").claim("groups", List.of("somebody-else")).sign();
    jira.client().get(CALL).basic("alice", token).send();

    assertThat(seen().headers("Authorization")).isEmpty();
    wouldHaveBeen("group_missing");
  }

  @Test
  void norInTheQuery() {
    jira.client().get(CALL + "?a=1&access_token=" + people.tokenOf("alice") + "&b=2").send();

    assertThat(seen().requestUri()).isEqualTo(CALL + "?a=1&b=2");
    wouldHaveBeen("token_in_uri");
  }

  @Test
  void aMalformedMessageIsRefusedAllTheSame() {
    var answer =
        new WireRequest("GET", CALL, "Authorization: Bearer a\\r\\nAuthorization: Bearer b", null)
            .sendTo(jira);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(jira.product().seen()).isEmpty();
    assertThat(recorded().decision().verdict()).isEqualTo(Verdict.DENY);
  }

  private SeenRequest seen() {
    assertThat(jira.reachedProduct()).hasSize(1);
    return jira.reachedProduct().getFirst();
  }

  private AuditLine recorded() {
    Eventually.holds(() -> !jira.audit().isEmpty(), "the decision is recorded");
    assertThat(jira.audit()).hasSize(1);
    return jira.audit().getFirst();
  }

  private void wouldHaveBeen(String reason) {
    assertThat(recorded().decision().verdict()).isEqualTo(Verdict.WOULD_DENY);
    assertThat(recorded().decision().reason()).isEqualTo(reason);
  }
}
