package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenForge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google with a Workspace and an OAuth client of ours (developers.google.com/identity: "OpenID
 * Connect", "Using OAuth 2.0 for Server to Server Applications"; Admin SDK: "groups.list").
 *
 * <p>Access tokens are opaque; {@code tokeninfo} tells of every application's tokens, with numbers
 * and truth values as strings. {@link #client} is a service account with domain-wide delegation.
 */
public final class GoogleStandIn implements ProviderStandIn {

  private static final String CLIENT_ID =
      "407408718192-standin0client0of0ours0000000000.apps.googleusercontent.com";
  private static final String OTHER_CLIENT_ID =
      "998877665544-another0client00000000000000000.apps.googleusercontent.com";
  private static final String DOMAIN = "example.com";
  private static final String OTHER_DOMAIN = "other.example";
  private static final String EMAIL_SCOPE = "https://www.googleapis.com/auth/userinfo.email";
  private static final String ISSUER = "https://accounts.google.com";

  private final OpaqueOffice people;
  private final SigningKey key = SigningKey.of("RS256");
  private final GoogleServiceAccount account;
  private final GoogleDirectory directory;
  private final StandInNetwork network;
  private final StandIn server;

  private GoogleStandIn(StandInNetwork network) {
    this.network = network;
    this.people =
        new OpaqueOffice(
            OpaqueTokens.on(network.clock()),
            new OpaqueOffice.Shape("ya29.", 180),
            CLIENT_ID,
            DOMAIN,
            List.of("openid", EMAIL_SCOPE, "https://www.googleapis.com/auth/userinfo.profile"));
    this.account = new GoogleServiceAccount(network.clock());
    this.directory = new GoogleDirectory(account);
    this.server = StandIn.start(network, routes());
  }

  public static GoogleStandIn startIn(StandInNetwork network) {
    return new GoogleStandIn(network);
  }

  private Routes routes() {
    var routes =
        new Routes()
            .on("GET https://oauth2.googleapis.com/tokeninfo", this::tokenInfo)
            .on("POST https://oauth2.googleapis.com/tokeninfo", this::tokenInfo)
            .on("GET https://openidconnect.googleapis.com/v1/userinfo", this::userInfo)
            .document(ISSUER + "/.well-known/openid-configuration", GoogleStandIn::discovery)
            .document("https://www.googleapis.com/oauth2/v3/certs", () -> KeySet.of(key))
            .on("POST https://oauth2.googleapis.com/token", account::token);
    directory.addTo(routes);
    return routes;
  }

  @Override
  public String preset() {
    return "Google";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("administrator", GoogleServiceAccount.ADMINISTRATOR);
  }

  @Override
  public List<String> audiences() {
    return List.of(CLIENT_ID);
  }

  /** A service account's e-mail address, and its key file. */
  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(account.keyFile());
  }

  @Override
  public String usernameOf(Person person) {
    return person.email();
  }

  /** The groups' e-mail addresses. */
  @Override
  public List<String> groupsOf(Person person) {
    return person.groups().stream().map(GoogleDirectory::address).toList();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    directory.welcome(person);
    var grant = people.grant(person);
    return switch (kind) {
      case OTHER_TENANT -> Optional.of(people.issue(grant.inTenant(OTHER_DOMAIN)));
      case APP_ONLY -> Optional.of(people.issue(grant.withoutPerson().to(account.uniqueId())));
      case NO_USER -> Optional.of(people.issue(grant.with(List.of("openid"))));
      case ID_TOKEN -> Optional.of(idToken(person));
      case GROUP_OVERAGE -> Optional.of(popular(person));
      default -> people.issue(kind, person, OTHER_CLIENT_ID);
    };
  }

  private String popular(Person person) {
    var popular = person.inMoreGroups(GoogleDirectory.LARGEST_PAGE + 50);
    directory.welcome(popular);
    return people.issue(people.grant(popular));
  }

  /** Of an account whose e-mail address nobody has confirmed. */
  public String unverified(Person person) {
    return people.issue(people.grant(person).inTenant(""));
  }

  /** Who may impersonate whom: makes the service account one without domain-wide delegation. */
  public void withdrawDelegation() {
    account.withdrawDelegation();
  }

  @Override
  public StandIn server() {
    return server;
  }

  private HttpReply tokenInfo(Call call) {
    return call.queried("access_token")
        .or(() -> Optional.ofNullable(call.form().get("access_token")))
        .flatMap(people::live)
        .map(this::described)
        .orElseGet(
            () ->
                HttpReply.json(
                    400, Map.of("error", "invalid_token", "error_description", "Invalid Value")));
  }

  /** Every value is a string. */
  private HttpReply described(Grant grant) {
    var members = new HashMap<String, Object>();
    members.put("azp", grant.application());
    members.put("aud", grant.application());
    members.put("scope", String.join(" ", grant.scopes()));
    members.put("exp", Long.toString(grant.expires().getEpochSecond()));
    members.put("expires_in", Long.toString(grant.secondsLeft(people.now())));
    members.put("access_type", "online");
    members.put("sub", grant.person().map(GoogleStandIn::sub).orElseGet(account::uniqueId));
    if (grant.allows(EMAIL_SCOPE)) {
      members.put("email", email(grant));
      members.put("email_verified", Boolean.toString(verified(grant)));
    }
    return HttpReply.json(members);
  }

  private HttpReply userInfo(Call call) {
    var grant = call.bearer().flatMap(people::live).filter(found -> found.person().isPresent());
    return grant.map(GoogleStandIn::claims).orElseGet(GoogleStandIn::unauthorized);
  }

  /** Here truth values are truth values. */
  private static HttpReply claims(Grant grant) {
    var person = grant.person().orElseThrow();
    var members = new HashMap<String, Object>();
    members.put("sub", sub(person));
    if (grant.allows(EMAIL_SCOPE)) {
      members.put("name", person.username());
      members.put("email", email(grant));
      members.put("email_verified", verified(grant));
      members.put("hd", verified(grant) ? grant.tenant() : DOMAIN);
    }
    return HttpReply.json(members);
  }

  private static HttpReply unauthorized() {
    return HttpReply.json(
            401, Map.of("error", "invalid_request", "error_description", "Invalid Credentials"))
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
  }

  private String idToken(Person person) {
    return new TokenForge(ISSUER, key, network.clock())
        .plainToken()
        .typ("JWT")
        .audience(CLIENT_ID)
        .claim("azp", CLIENT_ID)
        .subject(sub(person))
        .claim("hd", DOMAIN)
        .claim("email", person.email())
        .claim("email_verified", true)
        .claim("at_hash", "HK6E_P6Dh8Y93mRNtsDB1Q")
        .claim("nonce", "0394852-3190485-2490358")
        .sign();
  }

  private static String discovery() {
    return Discovery.document(
        Map.ofEntries(
            entry("issuer", ISSUER),
            entry("authorization_endpoint", ISSUER + "/o/oauth2/v2/auth"),
            entry("device_authorization_endpoint", "https://oauth2.googleapis.com/device/code"),
            entry("token_endpoint", "https://oauth2.googleapis.com/token"),
            entry("userinfo_endpoint", "https://openidconnect.googleapis.com/v1/userinfo"),
            entry("revocation_endpoint", "https://oauth2.googleapis.com/revoke"),
            entry("jwks_uri", "https://www.googleapis.com/oauth2/v3/certs"),
            entry("id_token_signing_alg_values_supported", List.of("RS256"))));
  }

  private static boolean verified(Grant grant) {
    return !grant.tenant().isEmpty();
  }

  private static String email(Grant grant) {
    var name = grant.person().map(Person::username).orElse(GoogleServiceAccount.EMAIL);
    var domain = verified(grant) ? grant.tenant() : DOMAIN;
    return name.contains("@") ? name : name + "@" + domain;
  }

  static String sub(Person person) {
    return StableId.digits(person.username(), 18) + "042";
  }
}
