package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenDraft;
import dev.apiauth.testkit.idp.TokenForge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Azure AD B2C with a tenant of ours and two policies (learn.microsoft.com: "Overview of tokens in
 * Azure Active Directory B2C", "Configure tokens").
 *
 * <p>The tenant's key signs for every policy and is published below each: that a token came through
 * a policy that may be trusted is said by {@code tfp} alone.
 */
public final class B2cStandIn implements ProviderStandIn {

  /** The policy that a resource names. */
  public static final String POLICY = "B2C_1_signin";

  /** A policy of the same tenant in which anybody may sign up. */
  public static final String WEAK_POLICY = "B2C_1_selfsignup";

  private static final String TENANT = "contoso";
  private static final String TENANT_ID = "775527ff-9a37-4307-8b3d-cc311f58d925";
  private static final String OTHER_TENANT = "fabrikam";
  private static final String OTHER_TENANT_ID = "d2a1b3c4-5e6f-4708-9a1b-2c3d4e5f6071";
  private static final String API_ID = "b9a2a6a6-2b6c-4a6e-8a5c-0b9a7a9c1d2e";
  private static final String CLIENT_ID = "64f31f76-2750-49e4-aab9-f5de105b5172";

  private final InstantSource clock;
  private final Issuer issuer;
  private final SigningKey key = SigningKey.of("RS256");
  private final SigningKey otherKey = SigningKey.of("RS256");
  private final StandIn server;

  /** The tenant's setting "Issuer (iss) claim". */
  public enum Issuer {
    /** Cannot be turned into the address of the discovery document. */
    TENANT,
    /** Names the policy too. */
    TENANT_AND_POLICY
  }

  private B2cStandIn(StandInNetwork network, Issuer issuer) {
    this.clock = network.clock();
    this.issuer = issuer;
    this.server = StandIn.start(network, routes());
  }

  /** With that form of issuer. */
  public static B2cStandIn startIn(StandInNetwork network, Issuer issuer) {
    return new B2cStandIn(network, issuer);
  }

  private Routes routes() {
    var routes = new Routes();
    for (var policy : List.of(POLICY, WEAK_POLICY)) {
      publish(routes, TENANT, TENANT_ID, policy, key);
      publish(routes, OTHER_TENANT, OTHER_TENANT_ID, policy, otherKey);
    }
    return routes;
  }

  private void publish(
      Routes routes, String tenant, String tenantId, String policy, SigningKey signing) {
    var base = "https://%s/%s.onmicrosoft.com/%s".formatted(host(tenant), tenant, policy);
    var description =
        Discovery.document(
            Map.ofEntries(
                entry("issuer", issuerOf(tenant, tenantId, policy)),
                entry("authorization_endpoint", base + "/oauth2/v2.0/authorize"),
                entry("token_endpoint", base + "/oauth2/v2.0/token"),
                entry("jwks_uri", base + "/discovery/v2.0/keys"),
                entry("subject_types_supported", List.of("pairwise")),
                entry("id_token_signing_alg_values_supported", List.of("RS256"))));
    routes
        .document(base + "/v2.0/.well-known/openid-configuration", () -> description)
        .document(base + "/discovery/v2.0/keys", () -> KeySet.withoutAlgorithm(signing));
  }

  private String issuerOf(String tenant, String tenantId, String policy) {
    return switch (issuer) {
      case TENANT -> "https://%s/%s/v2.0/".formatted(host(tenant), tenantId);
      case TENANT_AND_POLICY ->
          "https://%s/tfp/%s/%s/v2.0/"
              .formatted(host(tenant), tenantId, policy.toLowerCase(Locale.ROOT));
    };
  }

  private static String host(String tenant) {
    return tenant + ".b2clogin.com";
  }

  @Override
  public String preset() {
    return "AzureAdB2C";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("tenantName", TENANT, "tenantId", TENANT_ID, "policy", POLICY);
  }

  @Override
  public List<String> audiences() {
    return List.of(API_ID);
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.empty();
  }

  /** The first of {@code emails}. */
  @Override
  public String usernameOf(Person person) {
    return person.email();
  }

  @Override
  public List<String> groupsOf(Person person) {
    return List.of();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    var draft = through(POLICY, person);
    return switch (kind) {
      case VALID -> Optional.of(draft.sign());
      case EXPIRED -> Optional.of(draft.expiresIn(Duration.ofMinutes(-1)).sign());
      case FORGED -> Optional.of(draft.signedBy(otherKey).sign());
      case OTHER_AUDIENCE -> Optional.of(draft.audience(StableId.uuid("payroll")).sign());
      case OTHER_TENANT -> Optional.of(ofOtherTenant(person).sign());
      case APP_ONLY -> Optional.of(ofApplication().sign());
      case NO_USER -> Optional.of(draft.withoutClaim("emails").sign());
      case ID_TOKEN -> Optional.of(idToken(person).sign());
      case REVOKED, OTHER_APPLICATION, GROUP_OVERAGE -> Optional.empty();
    };
  }

  /** An access token that a person got by that policy, to be changed. */
  public TokenDraft through(String policy, Person person) {
    return personal(issuerOf(TENANT, TENANT_ID, policy), key, policy, person)
        .audience(API_ID)
        .claim("azp", CLIENT_ID)
        .claim("scp", "jira.read");
  }

  @Override
  public StandIn server() {
    return server;
  }

  private TokenDraft ofOtherTenant(Person person) {
    var other = issuerOf(OTHER_TENANT, OTHER_TENANT_ID, POLICY);
    return personal(other, otherKey, POLICY, person)
        .audience(API_ID)
        .claim("azp", CLIENT_ID)
        .claim("scp", "jira.read");
  }

  private TokenDraft idToken(Person person) {
    return personal(issuerOf(TENANT, TENANT_ID, POLICY), key, POLICY, person)
        .audience(CLIENT_ID)
        .claim("nonce", "defaultNonce")
        .claim("auth_time", clock.instant().getEpochSecond());
  }

  /** By client credentials: roles, and neither a policy of a person nor e-mail addresses. */
  private TokenDraft ofApplication() {
    return base(issuerOf(TENANT, TENANT_ID, POLICY), key)
        .audience(API_ID)
        .subject(StableId.uuid("service principal of " + CLIENT_ID))
        .claim("azp", CLIENT_ID)
        .claim("roles", List.of("app.read"));
  }

  private TokenDraft personal(String iss, SigningKey signing, String policy, Person person) {
    return base(iss, signing)
        .subject(StableId.uuid(person.username()))
        .claim("oid", StableId.uuid(person.username()))
        .claim("name", person.username())
        .claim("emails", List.of(person.email()))
        .claim("tfp", policy);
  }

  private TokenDraft base(String iss, SigningKey signing) {
    return new TokenForge(iss, signing, clock)
        .plainToken()
        .typ("JWT")
        .notBeforeIn(Duration.ZERO)
        .claim("ver", "1.0");
  }
}
