package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.kube.binaries.KubernetesBinaries;
import dev.apiauth.testkit.playground.CallsToTry;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.GitCalls;
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
    screen.line(new CallsToTry(company(), this::address).lines());
    screen.line(tokens());
    screen.line(edits());
    screen.line(shadow());
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

  private String tokens() {
    return """
      # an API token: its value is in a Secret; to delete the token is to revoke it
      kubectl apply -f examples/cluster/tokens/jira.yaml
      kubectl get atlassianapitokens --namespace atlassian
      value_of() { kubectl get secret $1-api-token --namespace atlassian -o jsonpath='{.data.token}' | base64 -d; }
      curl -i -H "Authorization: Bearer $(value_of %s)" %s/rest/api/2/project
      kubectl delete atlassianapitoken %s --namespace atlassian
      # git, with another one
      git -c http.extraHeader="Authorization: Bearer $(value_of %s)" clone %s%s %s/site
    """
        .formatted(
            IssuedTokens.NIGHTLY,
            address(Example.JIRA),
            IssuedTokens.NIGHTLY,
            IssuedTokens.CLONE,
            address(Example.BITBUCKET),
            GitCalls.REPOSITORY,
            checkout.relativize(stage.desk().folder()));
  }

  private String shadow() {
    Path folder = checkout.relativize(stage.desk().folder());
    return """
      # who would be refused, and who still uses passwords (mode: Shadow refuses nobody)
      ./apiauth report -f %s/node/pods/atlassian_jira-0_*/apiauth-sidecar.log
    """
        .formatted(folder);
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
