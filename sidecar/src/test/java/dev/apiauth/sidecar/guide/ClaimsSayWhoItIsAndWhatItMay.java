package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scopes, required claims, groups and the way from a claim to a user name. */
class ClaimsSayWhoItIsAndWhatItMay {

  private static final String PROVIDER = "/spec/providers/0";

  private final People people = new People();
  private final Scenario scenario = people.trustedBy(Scenario.jira());

  @AfterEach
  void stop() {
    people.close();
  }

  @ParameterizedTest
  @CsvSource({
    "jira.read, scope_missing",
    "'', scope_missing",
    "'jira.read jira.writes', scope_missing",
    "'profile jira.read jira.write', ''"
  })
  void everyScopeIsNeeded(String scopes, String reason) {
    try (var jira = scenario.with(PROVIDER + "/scopes/allOf", "[jira.read, jira.write]").start()) {
      Answer answer = call(jira, people.draftFor("alice").claim("scope", scopes).sign());

      decided(jira, answer, 403, reason);
      if (!reason.isEmpty()) {
        assertThat(answer.header("WWW-Authenticate"))
            .as("B4")
            .contains("error=\"insufficient_scope\"", "scope=\"jira.read jira.write\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"acme, ''", "other, token_claim_refused"})
  void aRequiredClaimMustSayOneOfItsValues(String tenant, String reason) {
    try (var jira = withRequiredTenant()) {
      decided(jira, call(jira, people.draftFor("alice").claim("tid", tenant).sign()), 401, reason);
    }
  }

  @Test
  void aRequiredClaimMustBeThere() {
    try (var jira = withRequiredTenant()) {
      decided(jira, call(jira, people.tokenOf("alice")), 401, "token_claim_refused");
    }
  }

  @ParameterizedTest(name = "{0} through {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Alice              | [{type: Lowercase}]                                                  | as alice
          alice@corp.example | [{type: StripDomain, domains: [corp.example]}]                       | as alice
          ALICE@corp.example | [{type: StripDomain, domains: [corp.example]}, {type: Lowercase}]    | as alice
          alice@evil.example | [{type: StripDomain, domains: [corp.example]}]                       | user_unmapped
          alice@sub.corp.example | [{type: StripDomain, domains: [corp.example]}]                   | user_unmapped
          alice@evil.example@corp.example | [{type: StripDomain, domains: [corp.example]}]          | user_unmapped
          u-alice            | [{type: Regex, pattern: 'u-([a-z]+)', replacement: '$1'}]            | as alice
          xu-alice           | [{type: Regex, pattern: 'u-([a-z]+)', replacement: '$1'}]            | user_unmapped
          00uabc             | [{type: Map, entries: [{from: 00uabc, to: alice}]}]                  | as alice
          00uabd             | [{type: Map, entries: [{from: 00uabc, to: alice}]}]                  | user_unmapped
          u-admin            | [{type: Regex, pattern: 'u-([a-z]+)', replacement: '$1'}]            | username_refused
          """)
  void namesAreChangedOnTheWay(String claim, String transform, String outcome) {
    try (var jira = scenario.with(PROVIDER + "/username/transform", transform).start()) {
      Answer answer = call(jira, people.tokenOf(claim));

      decided(jira, answer, 403, outcome.equals("as alice") ? "" : outcome);
    }
  }

  @Test
  void withoutTheClaimNobodyIsMeant() {
    try (var jira = scenario.start()) {
      String token = people.draftFor("alice").withoutClaim("preferred_username").sign();

      decided(jira, call(jira, token), 403, "user_unmapped");
    }
  }

  @Test
  void groupsThatAreNotToldAreUnknown() {
    try (var jira = scenario.start()) {
      String token = people.draftFor("alice").withoutClaim("groups").sign();

      decided(jira, call(jira, token), 403, "groups_unknown");
    }
  }

  @Test
  void noGroupIsNoneOfTheNamedOnes() {
    try (var jira = scenario.start()) {
      String token = people.draftFor("alice").claim("groups", List.of()).sign();

      decided(jira, call(jira, token), 403, "group_missing");
    }
  }

  @Test
  void groupsDoNotMatterWhereEverybodyMayCall() {
    try (var jira = scenario.with("/spec/access/groups/allow", "[\"*\"]").start()) {
      String token = people.draftFor("alice").withoutClaim("groups").sign();

      decided(jira, call(jira, token), 200, "");
    }
  }

  @Test
  void anApplicationThatIsNotMappedIsNobody() {
    try (var jira = Company.trusted(Scenario.jira()).without(PROVIDER + "/applications").start()) {
      decided(
          jira, call(jira, Company.realm().tokenOfClient("ci-bot")), 403, "application_unmapped");
    }
  }

  @Test
  void aLightweightTokenNamesNobody() {
    try (var jira = Company.trusted(Scenario.jira()).start()) {
      decided(
          jira, call(jira, Company.realm().tokenOf("alice", "lightweight")), 403, "user_unmapped");
    }
  }

  private Protected withRequiredTenant() {
    return scenario.with(PROVIDER + "/requiredClaims", "[{claim: tid, anyOf: [acme]}]").start();
  }

  private static Answer call(Protected jira, String token) {
    return jira.client().get("/rest/api/2/project").bearer(token).send();
  }

  /** Without a reason, it was allowed, and done as alice. */
  private static void decided(Protected jira, Answer answer, int status, String reason) {
    if (reason.isEmpty()) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(jira.reachedProduct())
          .singleElement()
          .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
      assertThat(jira.product().seen()).isEmpty();
    }
  }
}
