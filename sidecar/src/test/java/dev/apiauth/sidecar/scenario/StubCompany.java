package dev.apiauth.sidecar.scenario;

import dev.apiauth.testkit.idp.StubIssuer;
import dev.apiauth.testkit.idp.TokenDraft;
import java.util.List;

/** An identity provider that can be made to fail, for tests that do not need the real one. */
public final class StubCompany implements AutoCloseable {

  private final StubIssuer issuer = StubIssuer.start();

  /** The provider itself, to count at and to break. */
  public StubIssuer issuer() {
    return issuer;
  }

  /** Trusts it. */
  public Scenario trusted(Scenario scenario) {
    return scenario
        .trusting(issuer.issuer(), issuer.jwksUri())
        .allowingEgress("127.0.0.0/8", issuer.issuer());
  }

  /** An access token of somebody who may call Jira, signed with the key that signs now. */
  public String tokenOf(String user) {
    return draftFor(user).sign();
  }

  /** The same token before it is signed. */
  public TokenDraft draftFor(String user) {
    return issuer
        .forge()
        .accessToken()
        .subject(user)
        .claim("preferred_username", user)
        .claim("groups", List.of("jira-api-users"));
  }

  /** How often its keys were fetched so far. */
  public long fetches() {
    return issuer.requestsTo(StubIssuer.KEYS_PATH);
  }

  @Override
  public void close() {
    issuer.close();
  }
}
