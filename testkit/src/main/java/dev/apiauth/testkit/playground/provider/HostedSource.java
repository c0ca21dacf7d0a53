package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.idp.LoopbackAddress;
import dev.apiauth.testkit.idp.standin.B2cStandIn;
import dev.apiauth.testkit.idp.standin.EntraStandIn;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.ProviderStandIn;
import dev.apiauth.testkit.idp.standin.StandInNetwork;
import dev.apiauth.testkit.idp.standin.TokenKind;
import dev.apiauth.testkit.playground.standalone.Egress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A stand-in of a hosted provider, under its real host names on loopback. */
final class HostedSource implements TokenSource {

  private static final int HTTPS = 443;
  private static final Person ALICE = new Person("alice", List.of("jira-api-users", "staff"));
  private static final Person BOB = new Person("bob", List.of("staff"));

  /** What is wrong with tokens that must be refused, in words; not every provider has each. */
  private static final List<Map.Entry<TokenKind, String>> REFUSED =
      List.of(
          Map.entry(TokenKind.EXPIRED, "alice, a token that has ended"),
          Map.entry(TokenKind.REVOKED, "alice, a token that she took back"),
          Map.entry(TokenKind.FORGED, "alice, a token that nobody issued"),
          Map.entry(TokenKind.OTHER_AUDIENCE, "alice, a token for another service"),
          Map.entry(TokenKind.OTHER_APPLICATION, "alice, a token of another application"),
          Map.entry(TokenKind.OTHER_TENANT, "alice, a token of another tenant"),
          Map.entry(TokenKind.ID_TOKEN, "alice, her ID token"));

  private final StandInNetwork network;
  private final ProviderStandIn provider;

  private HostedSource(StandInNetwork network, ProviderStandIn provider) {
    this.network = network;
    this.provider = provider;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException where this process may not listen on port 443
   */
  static HostedSource start(HostedProvider hosted) {
    if (LoopbackAddress.withFree(HTTPS).isEmpty())
      throw new IllegalStateException(
          "A stand-in listens on port 443 of loopback, as the provider does: that takes root on"
              + " Linux. --provider keycloak needs nothing of the kind.");
    var network = StandInNetwork.open();
    ProviderStandIn provider = hosted.startIn(network);
    if (provider instanceof EntraStandIn entra) entra.grantToClient("GroupMember.Read.All");
    return new HostedSource(network, provider);
  }

  @Override
  public String whatAnswers() {
    return "A stand-in answers, not the provider: this machine's own servers for "
        + String.join(", ", provider.server().hosts().stream().sorted().toList());
  }

  @Override
  public Egress egress() {
    return Egress.toLoopback(network.hostsFile(), network.caFile());
  }

  @Override
  public ProviderExample adapted(ProviderExample example) {
    return example;
  }

  @Override
  public Optional<String> clientSecret() {
    return provider.client().map(client -> KeyFile.keyOr(client.secret()));
  }

  @Override
  public String tokenOfAlice() {
    return provider.valid(ALICE);
  }

  @Override
  public List<Caller> callers() {
    var callers = new ArrayList<Caller>();
    callers.add(Caller.welcome("alice", tokenOfAlice(), "alice"));
    popular().ifPresent(callers::add);
    REFUSED.stream().flatMap(one -> refused(one.getKey(), one.getValue())).forEach(callers::add);
    if (provider instanceof B2cStandIn b2c) callers.add(throughAnotherPolicy(b2c));
    if (!provider.groupsOf(BOB).isEmpty())
      callers.add(Caller.refused("bob, in another group", provider.valid(BOB), 403));
    return callers;
  }

  private Optional<Caller> popular() {
    return provider
        .issue(TokenKind.GROUP_OVERAGE, ALICE)
        .map(
            token -> Caller.welcome("alice, in more groups than one answer holds", token, "alice"));
  }

  private Stream<Caller> refused(TokenKind kind, String who) {
    return provider.issue(kind, ALICE).stream().map(token -> Caller.refused(who, token, 401));
  }

  private static Caller throughAnotherPolicy(B2cStandIn b2c) {
    String token = b2c.through(B2cStandIn.WEAK_POLICY, ALICE).sign();
    return Caller.refused("alice, through a policy that is not named", token, 401);
  }

  @Override
  public void close() {
    network.close();
  }
}
