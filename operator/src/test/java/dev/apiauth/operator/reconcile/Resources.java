package dev.apiauth.operator.reconcile;

/** Resources for tests, as their authors would write them. */
final class Resources {

  private Resources() {}

  /** A resource of that name for the StatefulSet {@code jira}, with a vault and one provider. */
  static String jira(String name) {
    return """
    apiVersion: apiauth.dev/v1alpha1
    kind: AtlassianApiAuth
    metadata: {name: %s}
    spec:
      product: Jira
      targetRef: {kind: StatefulSet, name: jira}
      providers:
      - name: cognito
        preset: AwsCognito
        parameters: {region: eu-west-1, userPoolId: eu-west-1_a1B2c3D4e}
        audiences: [3n4b5urk1ft4fl3mg5e62d9ado]
        username: {claim: username}
        groups: {claim: "cognito:groups"}
      access:
        groups: {allow: [jira-api-users]}
      identity:
        type: PersonalAccessTokens
        personalAccessTokens: {secretSelector: {matchLabels: {apiauth.dev/pat-vault: jira}}}
    """
        .formatted(name);
  }
}
