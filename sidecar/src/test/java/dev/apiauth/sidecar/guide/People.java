package dev.apiauth.sidecar.guide;

import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.idp.StubIssuer;
import dev.apiauth.testkit.idp.TokenDraft;
import java.util.List;

/** An identity provider that says of its people what a test wants it to say. */
final class People implements AutoCloseable {

  private final StubIssuer issuer = StubIssuer.start();

  /** Has its tokens accepted. */
  Scenario trustedBy(Scenario scenario) {
    return scenario
        .trusting(issuer.issuer(), issuer.jwksUri())
        .allowingEgress("127.0.0.0/8", issuer.issuer());
  }

  /** A token of somebody who may call Jira, to be changed or signed. */
  TokenDraft draftFor(String user) {
    return issuer
        .forge()
        .accessToken()
        .claim("preferred_username", user)
        .claim("groups", List.of("jira-api-users"));
  }

  /** A token of somebody who may call Jira. */
  String tokenOf(String user) {
    return draftFor(user).sign();
  }

  @Override
  public void close() {
    issuer.close();
  }
}
