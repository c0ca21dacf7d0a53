package dev.apiauth.testkit.idp.standin;

import java.util.Arrays;
import java.util.List;

/** Every hosted provider that has a preset, for tests that must hold at all of them. */
public enum HostedProvider {
  ENTRA_V2,
  B2C,
  OKTA,
  COGNITO,
  GOOGLE,
  GITHUB,
  SLACK,
  GITLAB,
  FACEBOOK,
  DISCORD;

  /** Starts this one. */
  public ProviderStandIn startIn(StandInNetwork network) {
    return switch (this) {
      case ENTRA_V2 -> EntraStandIn.startIn(network, EntraVersion.V2);
      case B2C -> B2cStandIn.startIn(network, B2cStandIn.Issuer.TENANT);
      case OKTA -> OktaStandIn.startIn(network);
      case COGNITO -> CognitoProvider.startIn(network);
      case GOOGLE -> GoogleStandIn.startIn(network);
      case GITHUB -> GitHubStandIn.startIn(network);
      case SLACK -> SlackStandIn.startIn(network);
      case GITLAB -> GitLabStandIn.startIn(network);
      case FACEBOOK -> FacebookStandIn.startIn(network);
      case DISCORD -> DiscordStandIn.startIn(network);
    };
  }

  /** Starts all of them. */
  public static List<ProviderStandIn> startAllIn(StandInNetwork network) {
    return Arrays.stream(values()).map(each -> each.startIn(network)).toList();
  }
}
