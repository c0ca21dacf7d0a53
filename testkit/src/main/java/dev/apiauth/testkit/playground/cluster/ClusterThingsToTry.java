package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.kube.binaries.KubernetesBinaries;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Screen;
import java.net.URI;
import java.nio.file.Path;

/**
 * What somebody can do with a cluster that stays: lines to copy.
 *
 * @param stage what runs
 * @param checkout the folder that the paths are told from
 */
record ClusterThingsToTry(ClusterStage stage, Path checkout) {

  void print(Screen screen) {
    screen.line("Everything stays until Ctrl-C. In another terminal, in this folder:\n");
    screen.line(cluster());
    screen.line(callsOfPeople());
    screen.line(edits());
    screen.line(protection());
  }

  private String cluster() {
    return """
      export KUBECONFIG=%s
      alias kubectl=%s
      kubectl get atlassianapiauths,pods --namespace atlassian
      kubectl describe atlassianapiauth jira --namespace atlassian
      kubectl explain atlassianapiauth.spec.access
    """
        .formatted(stage.kubeconfig(), KubernetesBinaries.ofMachine().executable("kubectl"));
  }

  private String callsOfPeople() {
    return """
      # a token for alice (bob is in no group, carol may use Jira alone)
      TOKEN=$(curl -s %s/protocol/openid-connect/token -d grant_type=password -d client_id=guide \\
        -d username=alice -d password=%s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/2/project
      curl -i -H "Authorization: Bearer $TOKEN" %s/confluence/rest/api/content/
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/1.0/dashboard/pull-requests
    """
        .formatted(
            company().issuer(),
            password(),
            address(Example.JIRA),
            address(Example.CONFLUENCE),
            address(Example.BITBUCKET));
  }

  private String edits() {
    Path folder = checkout.relativize(stage.desk().folder());
    Path resource = checkout.relativize(stage.desk().resource(Example.JIRA).path());
    return """
      # a password is refused, until you edit the resource
      curl -i -u alice:%s %s/rest/api/2/project
      ${EDITOR:-vi} %s && kubectl apply -f %s
      # logs; kubectl logs does not work, since the node serves none
      ls %s/operator.log %s/node/pods/*/*.log
    """
        .formatted(password(), address(Example.JIRA), resource, resource, folder, folder);
  }

  private String protection() {
    return """
      # deleting an enforcing resource is refused; its pods come back with the sidecar, at another address
      kubectl delete atlassianapiauth jira --namespace atlassian
      kubectl delete pod jira-0 --namespace atlassian
      kubectl get pods --namespace atlassian --output=wide
    """;
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
