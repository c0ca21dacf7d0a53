package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.playground.CallsToTry;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Screen;
import java.net.URI;
import java.nio.file.Path;

/**
 * What somebody can do with a playground that stays: lines to copy.
 *
 * @param stage what runs
 * @param checkout the folder that the paths are told from
 */
record ThingsToTry(StandaloneStage stage, Path checkout) {

  void print(Screen screen) {
    screen.line("Everything stays until Ctrl-C. In another terminal, in this folder:\n");
    screen.line(new CallsToTry(company(), this::address).lines());
    screen.line(callsOfAnApplication());
    screen.line(apiToken());
    screen.line(edits());
    screen.line(aroundJira());
  }

  private String callsOfAnApplication() {
    return """
      # an application's token, which acts as svc-ci
      TOKEN=$(curl -s %s/protocol/openid-connect/token -d grant_type=client_credentials \\
        -u ci-bot:%s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/2/project
    """
        .formatted(
            company().issuer(), company().realm().client("ci-bot").secret(), address(Example.JIRA));
  }

  private String apiToken() {
    Path folder = checkout.relativize(stage.secrets());
    return """
      # an API token: the token goes into a file, a Secret with its hash to the sidecar; without that file it is revoked
      ./apiauth token new --user svc-ci --groups jira-api-users --read-only --label apiauth.dev/api-tokens=jira \\
        --token-out %s > %s/mine.yaml
      curl -i -H "Authorization: Bearer $(cat %s)" %s/rest/api/2/project
    """
        .formatted(
            folder.resolveSibling("mine.token"),
            folder,
            folder.resolveSibling("mine.token"),
            address(Example.JIRA));
  }

  private String edits() {
    Path resource = checkout.relativize(jira().resource().path());
    return """
      # a password is refused, until you edit the file; the log says what became of calls and edits
      curl -i -u alice:%s %s/rest/api/2/project
      ${EDITOR:-vi} %s
      tail -f %s
    """
        .formatted(
            password(), address(Example.JIRA), resource, resource.resolveSibling("jira.log"));
  }

  private String aroundJira() {
    return """
      # the sidecar's own state; and Jira behind it, which a cluster would not let you reach
      curl -i %1$s/readyz
      curl -s %1$s/metrics
      curl -i -u alice:%2$s %3$s/rest/api/2/project
    """
        .formatted(jira().probes(), password(), jira().simulator().baseUri());
  }

  private StandaloneStand jira() {
    return stage.of(Example.JIRA);
  }

  private KeycloakIssuer company() {
    return stage.company();
  }

  private String password() {
    return company().realm().person("alice").password();
  }

  private URI address(Example example) {
    return stage.of(example).address();
  }
}
