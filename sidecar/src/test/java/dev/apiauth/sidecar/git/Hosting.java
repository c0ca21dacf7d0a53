package dev.apiauth.sidecar.git;

import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;

/** A Bitbucket with real repositories, open to whom the stub company's tokens are for. */
final class Hosting {

  private Hosting() {}

  static Scenario of(StubCompany company) {
    return company
        .trusted(Scenario.bitbucket())
        .with("/spec/providers/0/audiences", "[jira]")
        .with("/spec/access/groups/allow", "[jira-api-users]");
  }
}
