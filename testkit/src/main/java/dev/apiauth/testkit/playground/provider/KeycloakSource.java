package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.standalone.Egress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real Keycloak on this machine, for its own preset and for the one of any provider. */
final class KeycloakSource implements TokenSource {

  /** May ask about tokens for Jira (RFC 7662). */
  private static final String CLIENT = "jira";

  private final ProviderName preset;
  private final int port;
  private final KeycloakServer keycloak;

  private KeycloakSource(ProviderName preset, int port, KeycloakServer keycloak) {
    this.preset = preset;
    this.port = port;
    this.keycloak = keycloak;
  }

  static KeycloakSource start(ProviderName preset) {
    int port = new Ports().near(Ports.KEYCLOAK);
    return new KeycloakSource(
        preset, port, KeycloakServer.start(KeycloakOptions.defaults().onPort(port)));
  }

  @Override
  public String whatAnswers() {
    return "Keycloak itself answers: a real one at http://127.0.0.1:%d, realm atlassian"
        .formatted(port);
  }

  @Override
  public Egress egress() {
    return Egress.toKeycloak(port);
  }

  @Override
  public ProviderExample adapted(ProviderExample example) {
    return example.replacing("http://127.0.0.1:" + Ports.KEYCLOAK, "http://127.0.0.1:" + port);
  }

  @Override
  public Optional<String> clientSecret() {
    return Optional.of(company().realm().client(CLIENT).secret());
  }

  @Override
  public String tokenOfAlice() {
    return company().tokenByAuthorizationCode("alice");
  }

  @Override
  public List<Caller> callers() {
    var callers = new ArrayList<Caller>();
    callers.add(Caller.welcome("alice, authorization code", tokenOfAlice(), "alice"));
    if (preset == ProviderName.KEYCLOAK) callers.addAll(onlyWithItsPreset());
    callers.addAll(refused());
    return callers;
  }

  private List<Caller> onlyWithItsPreset() {
    return List.of(
        Caller.welcome(
            "alice, a lightweight token (Keycloak is asked)",
            company().tokenOf("alice", "lightweight"),
            "alice"),
        Caller.welcome("ci-bot, client credentials", company().tokenOfClient("ci-bot"), "svc-ci"));
  }

  private List<Caller> refused() {
    return List.of(
        Caller.refused("alice, her ID token", company().idTokenOf("alice"), 401),
        Caller.refused(
            "alice, a token for another service", company().tokenOf("alice", "other-app"), 401),
        Caller.refused(
            "alice, a token of another realm", keycloak.otherIssuer().tokenOf("alice"), 401),
        Caller.refused("bob, in no group", company().tokenOf("bob"), 403));
  }

  private KeycloakIssuer company() {
    return keycloak.mainIssuer();
  }

  @Override
  public void close() {
    keycloak.close();
  }
}
