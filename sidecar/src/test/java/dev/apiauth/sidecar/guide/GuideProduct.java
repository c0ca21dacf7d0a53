package dev.apiauth.sidecar.guide;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Scenario;

/** The products of the guide, each with the call that the guide makes first. */
enum GuideProduct {
  JIRA("/rest/api/2/project"),
  CONFLUENCE("/confluence/rest/api/content"),
  BITBUCKET("/rest/api/1.0/dashboard/pull-requests");

  private final String call;

  GuideProduct(String call) {
    this.call = call;
  }

  /** The path of the guide's call, without a slash at the end. */
  String call() {
    return call;
  }

  /** The product with the guide's policy and the company's Keycloak. */
  Scenario scenario() {
    return Company.trusted(
        switch (this) {
          case JIRA -> Scenario.jira();
          case CONFLUENCE -> Scenario.confluence();
          case BITBUCKET -> Scenario.bitbucket();
        });
  }
}
