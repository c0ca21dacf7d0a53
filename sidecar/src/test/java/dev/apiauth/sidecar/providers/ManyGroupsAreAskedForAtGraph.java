package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.idp.standin.EntraStandIn;
import dev.apiauth.testkit.idp.standin.EntraTokens;
import dev.apiauth.testkit.idp.standin.Fault;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.TokenKind;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Entra ID leaves more than 200 groups out of a token. Where the resource says so, Graph is asked
 * for them, page by page, with credentials of this service's own; no answer is no group.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyGroupsAreAskedForAtGraph {

  private static final String GRAPH = "graph.microsoft.com";

  private final HostedProviders hosted = new HostedProviders();
  private final EntraStandIn entra = (EntraStandIn) hosted.at(HostedProvider.ENTRA_V2);
  private final GuardedJira jira =
      GuardedJira.trusting(
          hosted, List.of(resolving()), hosted.groupsOfAlice(List.of(HostedProvider.ENTRA_V2)));

  private Map<String, Object> resolving() {
    var entry = hosted.entry(HostedProvider.ENTRA_V2);
    entry.put("groups", Map.of("overage", "Resolve"));
    return entry;
  }

  @AfterEach
  void heal() {
    entra.heal();
    entra.grantToClient("GroupMember.Read.All");
    jira.forget();
  }

  @AfterAll
  void stop() {
    jira.close();
    hosted.close();
  }

  @Test
  void aMemberAmongHundredsOfGroupsCalls() {
    Answer answer = jira.receives(overage(Person.alice()));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(jira.reached())
        .last()
        .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
  }

  @Test
  void aTokenOfOursIsShownAndNotTheCallers() {
    String callers = overage(Person.alice());

    jira.receives(callers);

    assertThat(entra.seen().shown(callers)).isFalse();
  }

  @Test
  void whoIsInHundredsOfOthersDoesNot() {
    refused(jira.receives(overage(new Person("alice", List.of("others")))), 403, "group_missing");
  }

  @Test
  void withoutAnAnswerNobodyDoes() {
    entra.server().fail(GRAPH, Fault.DOWN);

    Answer answer = jira.receives(overage(Person.alice()));

    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(jira.reached()).isEmpty();
  }

  @Test
  void norWithoutThePermissionToAsk() {
    entra.grantToClient();

    refused(jira.receives(overage(Person.alice())), 503, "provider_silent");
  }

  @Test
  void whoseTokenHoldsTheGroupsNeedsNobody() {
    entra.server().fail(GRAPH, Fault.DOWN);

    assertThat(jira.receives(entra.valid(Person.alice())).status()).isEqualTo(200);
  }

  /**
   * Never the same one: what is remembered of a token shows nothing. The one that the stand-in
   * issues makes the person known to Graph.
   */
  private String overage(Person person) {
    assertThat(entra.issue(TokenKind.GROUP_OVERAGE, person)).isPresent();
    return entra
        .tokens()
        .ofPerson(person.inMoreGroups(EntraTokens.MOST_GROUPS))
        .claim("uti", UUID.randomUUID().toString())
        .sign();
  }

  private void refused(Answer answer, int status, String reason) {
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(jira.reached()).isEmpty();
  }
}
