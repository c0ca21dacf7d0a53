package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import java.net.URI;
import java.util.function.Function;

/**
 * Calls of people, as lines to copy into a shell.
 *
 * @param company where tokens come from
 * @param address where a product's sidecar is
 */
public record CallsToTry(KeycloakIssuer company, Function<Example, URI> address) {

  /** A token for alice, and a call to each product with it. */
  public String lines() {
    return """
      # a token for alice (bob is in no group, carol may use Jira alone)
      TOKEN=$(curl -s %s/protocol/openid-connect/token -d grant_type=password -d client_id=guide \\
        -d username=alice -d password=%s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/2/project
      curl -i -H "Authorization: Bearer $TOKEN" %s/confluence/rest/api/content/
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/1.0/dashboard/pull-requests
    """
        .formatted(
            company.issuer(),
            company.realm().person("alice").password(),
            address.apply(Example.JIRA),
            address.apply(Example.CONFLUENCE),
            address.apply(Example.BITBUCKET));
  }
}
