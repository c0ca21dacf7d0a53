package dev.apiauth.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The first call through all of it: Keycloak's token, the sidecar, the product. */
class TheGuidesCallsRunAsTheTokensUser {

  @Test
  void jirasProjects() {
    try (var jira = Company.trusted(Scenario.jira()).start()) {
      var answer =
          jira.client().get("/rest/api/2/project").bearer(Company.realm().tokenOf("alice")).send();

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(jira.reachedProduct())
          .singleElement()
          .matches(seen -> seen.actedAs().equals("alice"));
    }
  }
}
