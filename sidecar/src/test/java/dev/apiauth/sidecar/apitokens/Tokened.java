package dev.apiauth.sidecar.apitokens;

import dev.apiauth.sidecar.scenario.Scenario;

/** The products of the guide with API tokens alone: no identity provider anywhere. */
enum Tokened {
  JIRA("/rest/api/2/project"),
  CONFLUENCE("/confluence/rest/api/content"),
  BITBUCKET("/rest/api/1.0/dashboard/pull-requests");

  private final String call;

  Tokened(String call) {
    this.call = call;
  }

  /** A call that every user may make. */
  String call() {
    return call;
  }

  Scenario scenario() {
    Scenario guide =
        switch (this) {
          case JIRA -> Scenario.jira();
          case CONFLUENCE -> Scenario.confluence();
          case BITBUCKET -> Scenario.bitbucket();
        };
    return guide
        .without("/spec/providers")
        .with("/spec/access/groups/allow", "[jira-api-users]")
        .with("/spec/credentials/apiTokens", IssuedSecret.SECTION);
  }
}
