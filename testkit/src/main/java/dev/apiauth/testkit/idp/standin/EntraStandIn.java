package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.SigningKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Microsoft Entra ID with two tenants, one of them ours, and Graph.
 *
 * <p>One key signs for every tenant, as Microsoft's keys do. {@link #client} is an application of
 * ours that may read group memberships.
 */
public final class EntraStandIn implements ProviderStandIn {

  /** Our tenant. */
  public static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

  /** A tenant of somebody else, at the same hosts. */
  public static final String OTHER_TENANT = "bbbbcccc-1111-dddd-2222-eeee3333ffff";

  private static final String API_ID = "11112222-bbbb-3333-cccc-4444dddd5555";
  private static final String API_URI = "api://jira";

  private final EntraVersion version;
  private final EntraTokens tokens;
  private final EntraLogin login;
  private final EntraDirectory directory;
  private final StandIn server;

  private EntraStandIn(StandInNetwork network, EntraVersion version) {
    var key = SigningKey.of("RS256");
    this.version = version;
    this.tokens = new EntraTokens(version, TENANT, audienceOf(version), key, network.clock());
    this.login = new EntraLogin(List.of(TENANT, OTHER_TENANT), key, network.clock());
    this.directory = new EntraDirectory(login);
    var routes = new Routes();
    login.addTo(routes);
    directory.addTo(routes);
    this.server = StandIn.start(network, routes);
  }

  /** With tokens of that version. */
  public static EntraStandIn startIn(StandInNetwork network, EntraVersion version) {
    return new EntraStandIn(network, version);
  }

  private static String audienceOf(EntraVersion version) {
    return version == EntraVersion.V2 ? API_ID : API_URI;
  }

  @Override
  public String preset() {
    return "EntraId";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("tenantId", TENANT);
  }

  @Override
  public List<String> audiences() {
    return List.of(audienceOf(version));
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(EntraLogin.CLIENT);
  }

  /** {@code preferred_username} in version 2, {@code upn} in version 1. */
  @Override
  public String usernameOf(Person person) {
    return person.email();
  }

  /** Object ids. */
  @Override
  public List<String> groupsOf(Person person) {
    return person.groups().stream().map(EntraTokens::groupId).toList();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    directory.welcome(person);
    var draft = tokens.ofPerson(person);
    return switch (kind) {
      case VALID -> Optional.of(draft.sign());
      case EXPIRED -> Optional.of(draft.expiresIn(Duration.ofMinutes(-1)).sign());
      case FORGED -> Optional.of(draft.signedBy(SigningKey.of("RS256")).sign());
      case OTHER_AUDIENCE -> Optional.of(draft.audience(StableId.uuid("payroll")).sign());
      case OTHER_TENANT -> Optional.of(tokens.in(OTHER_TENANT).ofPerson(person).sign());
      case APP_ONLY -> Optional.of(tokens.ofApplication(EntraTokens.CLIENT).sign());
      case NO_USER -> Optional.of(nameless(person));
      case ID_TOKEN -> Optional.of(tokens.idToken(person).sign());
      case GROUP_OVERAGE -> Optional.of(overage(person));
      case REVOKED, OTHER_APPLICATION -> Optional.empty();
    };
  }

  private String nameless(Person person) {
    return tokens
        .ofPerson(person)
        .withoutClaim("preferred_username")
        .withoutClaim("upn")
        .withoutClaim("unique_name")
        .sign();
  }

  private String overage(Person person) {
    var popular = person.inMoreGroups(EntraTokens.MOST_GROUPS);
    directory.welcome(popular);
    return tokens.ofPerson(popular).sign();
  }

  /** Drafts, to be changed. */
  public EntraTokens tokens() {
    return tokens;
  }

  /** What our client may do at Graph; nothing, where no permission is named. */
  public void grantToClient(String... permissions) {
    login.grant(permissions);
  }

  @Override
  public StandIn server() {
    return server;
  }
}
