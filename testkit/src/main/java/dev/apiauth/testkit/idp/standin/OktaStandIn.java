package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenDraft;
import dev.apiauth.testkit.idp.TokenForge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Okta with a custom authorization server (developer.okta.com: "OpenID Connect & OAuth 2.0 API",
 * "Create an authorization server"), whose groups claim is an administrator's.
 */
public final class OktaStandIn implements ProviderStandIn {

  private static final String DOMAIN = "example-corp.okta.com";
  private static final String ISSUER = "https://" + DOMAIN + "/oauth2/default";
  private static final String OTHER_ISSUER = "https://" + DOMAIN + "/oauth2/aus9other0server1d7";
  private static final String AUDIENCE = "api://default";
  private static final String OTHER_CLIENT = "0oaotherclient00001d7";
  private static final ClientSecret CLIENT =
      new ClientSecret("0oastandinclient001d7", "mB1n-standin-secret-that-protects-nothing");

  private final OpaqueTokens issued;
  private final OktaTokens tokens;
  private final OktaTokens otherServer;
  private final StandIn server;

  private OktaStandIn(StandInNetwork network) {
    var key = SigningKey.of("RS256");
    var otherKey = SigningKey.of("RS256");
    this.issued = OpaqueTokens.on(network.clock());
    this.tokens = tokensOf(new TokenForge(ISSUER, key, network.clock()));
    this.otherServer = tokensOf(new TokenForge(OTHER_ISSUER, otherKey, network.clock()));
    this.server = StandIn.start(network, routes(key, otherKey));
  }

  public static OktaStandIn startIn(StandInNetwork network) {
    return new OktaStandIn(network);
  }

  private static OktaTokens tokensOf(TokenForge forge) {
    return new OktaTokens(forge, AUDIENCE, CLIENT.id());
  }

  private Routes routes(SigningKey key, SigningKey otherKey) {
    return new Routes()
        .document(ISSUER + "/.well-known/openid-configuration", () -> discovery(ISSUER))
        .document(ISSUER + "/.well-known/oauth-authorization-server", () -> discovery(ISSUER))
        .document(ISSUER + "/v1/keys", () -> KeySet.of(key))
        .document(OTHER_ISSUER + "/.well-known/openid-configuration", () -> discovery(OTHER_ISSUER))
        .document(OTHER_ISSUER + "/v1/keys", () -> KeySet.of(otherKey))
        .on("POST " + ISSUER + "/v1/introspect", this::introspect)
        .on("GET " + ISSUER + "/v1/userinfo", this::userInfo);
  }

  @Override
  public String preset() {
    return "Okta";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("domain", DOMAIN, "authorizationServerId", "default");
  }

  @Override
  public List<String> audiences() {
    return List.of(AUDIENCE);
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(CLIENT);
  }

  /** The login, which is an e-mail address. */
  @Override
  public String usernameOf(Person person) {
    return person.email();
  }

  @Override
  public List<String> groupsOf(Person person) {
    return person.groups();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    return switch (kind) {
      case VALID -> Optional.of(kept(tokens.ofPerson(person), person));
      case EXPIRED -> Optional.of(tokens.ofPerson(person).expiresIn(Duration.ofMinutes(-1)).sign());
      case FORGED -> Optional.of(tokens.ofPerson(person).signedBy(SigningKey.of("RS256")).sign());
      case OTHER_AUDIENCE -> Optional.of(tokens.ofPerson(person).audience("api://payroll").sign());
      case OTHER_TENANT -> Optional.of(otherServer.ofPerson(person).sign());
      case APP_ONLY -> Optional.of(tokens.ofApplication(CLIENT.id()).sign());
      case NO_USER -> Optional.of(tokens.ofPerson(person).withoutClaim("sub").sign());
      case ID_TOKEN -> Optional.of(tokens.idToken(person).sign());
      case REVOKED, OTHER_APPLICATION, GROUP_OVERAGE -> Optional.empty();
    };
  }

  /** Drafts, to be changed. */
  public OktaTokens tokens() {
    return tokens;
  }

  /**
   * Of the same audience, by another client of the organization: right unless clients are listed.
   */
  public String byAnotherClient(Person person) {
    return kept(tokens.ofPerson(person).claim("cid", OTHER_CLIENT), person);
  }

  @Override
  public StandIn server() {
    return server;
  }

  private String kept(TokenDraft draft, Person person) {
    var grant =
        Grant.of(person, CLIENT.id(), "", List.of("openid", "profile"), issued.clock().instant());
    return issued.keep(draft.sign(), grant);
  }

  private HttpReply introspect(Call call) {
    if (call.client().filter(CLIENT::equals).isEmpty()) {
      return HttpReply.json(
          401,
          Map.of(
              "error", "invalid_client",
              "error_description",
                  "The client secret supplied for a confidential client is invalid."));
    }
    return issued
        .live(call.form().getOrDefault("token", ""))
        .map(this::active)
        .orElseGet(() -> HttpReply.json(Map.of("active", false)));
  }

  private HttpReply active(Grant grant) {
    var person = grant.person().orElseThrow();
    return HttpReply.json(
        Map.ofEntries(
            entry("active", true),
            entry("token_type", "Bearer"),
            entry("scope", String.join(" ", grant.scopes())),
            entry("client_id", grant.application()),
            entry("username", person.email()),
            entry("exp", grant.expires().getEpochSecond()),
            entry("iat", grant.issued().getEpochSecond()),
            entry("sub", person.email()),
            entry("aud", AUDIENCE),
            entry("iss", ISSUER),
            entry("uid", OktaTokens.uid(person))));
  }

  private HttpReply userInfo(Call call) {
    return call.bearer()
        .flatMap(issued::live)
        .flatMap(Grant::person)
        .map(
            person ->
                HttpReply.json(
                    Map.of(
                        "sub", OktaTokens.uid(person),
                        "name", person.username(),
                        "preferred_username", person.email(),
                        "zoneinfo", "Europe/Berlin")))
        .orElseGet(OktaStandIn::invalid);
  }

  private static HttpReply invalid() {
    return new HttpReply(
        401,
        Map.of(
            "WWW-Authenticate",
            "Bearer authorization_uri=\"%s/v1/authorize\", realm=\"%s\", scope=\"openid\", "
                    .formatted(ISSUER, ISSUER)
                + "error=\"invalid_token\", error_description=\"The access token is invalid.\""),
        "");
  }

  private static String discovery(String issuer) {
    return Discovery.document(
        Map.ofEntries(
            entry("issuer", issuer),
            entry("authorization_endpoint", issuer + "/v1/authorize"),
            entry("token_endpoint", issuer + "/v1/token"),
            entry("userinfo_endpoint", issuer + "/v1/userinfo"),
            entry("jwks_uri", issuer + "/v1/keys"),
            entry("introspection_endpoint", issuer + "/v1/introspect"),
            entry("id_token_signing_alg_values_supported", List.of("RS256"))));
  }
}
