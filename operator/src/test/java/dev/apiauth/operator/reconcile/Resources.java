package dev.apiauth.operator.reconcile;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Resources and workloads for tests, as their authors would write them. */
public final class Resources {

  private Resources() {}

  /** A resource of that name for the StatefulSet of the same name, with a vault and a provider. */
  public static String jira(String name) {
    return jira(name, name, "jira-api-users");
  }

  /** The same for another StatefulSet, and for members of another group. */
  public static String jira(String name, String workload, String group) {
    return """
    apiVersion: apiauth.dev/v1alpha1
    kind: AtlassianApiAuth
    metadata: {name: %s}
    spec:
      product: Jira
      targetRef: {kind: StatefulSet, name: %s}
      providers:
      - name: cognito
        preset: AwsCognito
        parameters: {region: eu-west-1, userPoolId: eu-west-1_a1B2c3D4e}
        audiences: [3n4b5urk1ft4fl3mg5e62d9ado]
        username: {claim: username}
        groups: {claim: "cognito:groups"}
      access:
        groups: {allow: [%s]}
      identity:
        type: PersonalAccessTokens
        personalAccessTokens: {secretSelector: {matchLabels: {apiauth.dev/pat-vault: %s}}}
    """
        .formatted(name, workload, group, name);
  }

  /** A workload as a chart makes it, without any pod yet. */
  static StatefulSet workload(String name) {
    return new KubernetesSerialization().unmarshal(workloadYaml(name), StatefulSet.class);
  }

  /** The same as YAML. */
  public static String workloadYaml(String name) {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: %1$s}
    spec:
      replicas: 0
      serviceName: %1$s
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: %1$s
            image: product:test
            ports:
            - {name: http, containerPort: 8080}
            - {name: ehcache, containerPort: 40001}
            - {name: jmx, containerPort: 9999}
    """
        .formatted(name);
  }
}
