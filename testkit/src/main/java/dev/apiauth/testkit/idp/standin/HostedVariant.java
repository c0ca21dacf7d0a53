package dev.apiauth.testkit.idp.standin;

/** Other forms of hosted providers that their presets know too, which have hosts of their own. */
public enum HostedVariant {
  /** An API whose {@code requestedAccessTokenVersion} is 1, or none. */
  ENTRA_V1,
  /** A tenant whose issuer names the policy. */
  B2C_POLICY_IN_ISSUER,
  /** An Enterprise Server at {@code github.example.com}. */
  GITHUB_ENTERPRISE,
  /** A company's own, at {@code gitlab.example.com}. */
  GITLAB_SELF_MANAGED;

  /** Starts this one. */
  public ProviderStandIn startIn(StandInNetwork network) {
    return switch (this) {
      case ENTRA_V1 -> EntraStandIn.startIn(network, EntraVersion.V1);
      case B2C_POLICY_IN_ISSUER -> B2cStandIn.startIn(network, B2cStandIn.Issuer.TENANT_AND_POLICY);
      case GITHUB_ENTERPRISE -> GitHubStandIn.enterprise(network, "github.example.com");
      case GITLAB_SELF_MANAGED -> GitLabStandIn.selfManaged(network, "gitlab.example.com");
    };
  }
}
