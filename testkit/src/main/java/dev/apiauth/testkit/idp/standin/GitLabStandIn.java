package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitLab with an application of ours (docs.gitlab.com: "Use GitLab as an OAuth 2.0 provider",
 * "Retrieve the token information", "GitLab as an OpenID Connect identity provider").
 *
 * <p>Of tokens of any application it tells the application; that it is ours is for the caller to
 * compare. Group names in {@code groups} are full paths.
 */
public final class GitLabStandIn implements ProviderStandIn {

  private static final ClientSecret CLIENT =
      new ClientSecret(
          "1cb242f495280beb4291e64bee2a17f330902e499882fe8e1e2aa875519cab33",
          "gloas-2b7e151628aed2a6abf7158809cf4f3c");
  private static final String OTHER_CLIENT =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final String origin;
  private final Map<String, String> parameters;
  private final OpaqueOffice people;
  private final StandIn server;

  private GitLabStandIn(StandInNetwork network, String host, Map<String, String> parameters) {
    this.origin = "https://" + host;
    this.parameters = parameters;
    this.people =
        new OpaqueOffice(
            OpaqueTokens.on(network.clock()),
            new OpaqueOffice.Shape("", 64),
            CLIENT.id(),
            "",
            List.of("openid", "profile", "email"));
    this.server = StandIn.start(network, routes());
  }

  /** gitlab.com. */
  public static GitLabStandIn startIn(StandInNetwork network) {
    return new GitLabStandIn(network, "gitlab.com", Map.of());
  }

  /** A company's own. */
  public static GitLabStandIn selfManaged(StandInNetwork network, String host) {
    return new GitLabStandIn(network, host, Map.of("url", "https://" + host));
  }

  private Routes routes() {
    return new Routes()
        .on("GET %s/oauth/token/info".formatted(origin), this::tokenInfo)
        .on("GET %s/oauth/userinfo".formatted(origin), this::userInfo)
        .on("POST %s/oauth/userinfo".formatted(origin), this::userInfo)
        .on("POST %s/oauth/introspect".formatted(origin), this::introspect);
  }

  @Override
  public String preset() {
    return "GitLab";
  }

  @Override
  public Map<String, String> parameters() {
    return parameters;
  }

  @Override
  public List<String> audiences() {
    return List.of(CLIENT.id());
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(CLIENT);
  }

  @Override
  public String usernameOf(Person person) {
    return person.username();
  }

  @Override
  public List<String> groupsOf(Person person) {
    return person.groups().stream().map(group -> "example-corp/" + group).toList();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    return kind == TokenKind.NO_USER
        ? Optional.of(people.issue(people.grant(person).with(List.of("read_repository"))))
        : people.issue(kind, person, OTHER_CLIENT);
  }

  @Override
  public StandIn server() {
    return server;
  }

  private HttpReply tokenInfo(Call call) {
    return presented(call).flatMap(people::live).map(this::described).orElseGet(this::invalid);
  }

  private HttpReply described(Grant grant) {
    var person = grant.person().orElseThrow();
    long left = grant.secondsLeft(people.now());
    return HttpReply.json(
        Map.ofEntries(
            entry("resource_owner_id", Long.parseLong(StableId.digits(person.username(), 6))),
            entry("scope", grant.scopes()),
            entry("expires_in", left),
            entry("application", Map.of("uid", grant.application())),
            entry("created_at", grant.issued().getEpochSecond()),
            entry("scopes", grant.scopes()),
            entry("expires_in_seconds", left)));
  }

  private HttpReply userInfo(Call call) {
    var grant = presented(call).flatMap(people::live);
    if (grant.isPresent() && !grant.get().allows("openid")) {
      return insufficientScope();
    }
    return grant.flatMap(Grant::person).map(this::claims).orElseGet(this::invalid);
  }

  private HttpReply claims(Person person) {
    return HttpReply.json(
        Map.ofEntries(
            entry("sub", StableId.digits(person.username(), 6)),
            entry("name", person.username()),
            entry("nickname", person.username()),
            entry("preferred_username", person.username()),
            entry("email", person.email()),
            entry("email_verified", true),
            entry("profile", origin + "/" + person.username()),
            entry("groups", groupsOf(person))));
  }

  /** RFC 7662; a client learns of its own tokens only, all others are not active for it. */
  private HttpReply introspect(Call call) {
    if (call.client().filter(CLIENT::equals).isEmpty()) {
      return HttpReply.json(
          401,
          Map.of(
              "error",
              "invalid_client",
              "error_description",
              "Client authentication failed due to unknown client, "
                  + "no client authentication included, or unsupported authentication method."));
    }
    return Optional.ofNullable(call.form().get("token"))
        .flatMap(people::live)
        .filter(grant -> grant.application().equals(CLIENT.id()))
        .map(GitLabStandIn::active)
        .orElseGet(() -> HttpReply.json(Map.of("active", false)));
  }

  private static HttpReply active(Grant grant) {
    var members = new HashMap<String, Object>();
    members.put("active", true);
    members.put("scope", String.join(" ", grant.scopes()));
    members.put("client_id", grant.application());
    members.put("token_type", "Bearer");
    members.put("exp", grant.expires().getEpochSecond());
    members.put("iat", grant.issued().getEpochSecond());
    return HttpReply.json(members);
  }

  /** By header, or by the parameter that GitLab takes too. */
  private static Optional<String> presented(Call call) {
    return call.bearer().or(() -> call.queried("access_token"));
  }

  private HttpReply invalid() {
    return HttpReply.json(
            401,
            Map.of(
                "error", "invalid_token",
                "error_description", "The access token is invalid",
                "state", "unauthorized"))
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"Doorkeeper\", error=\"invalid_token\", "
                + "error_description=\"The access token is invalid\"");
  }

  private static HttpReply insufficientScope() {
    return HttpReply.json(
        403,
        Map.of(
            "error", "insufficient_scope",
            "error_description",
                "The request requires higher privileges than provided by the access token.",
            "scope", "openid"));
  }
}
