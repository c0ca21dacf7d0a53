package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slack with a workspace and an app of ours (docs.slack.dev: {@code auth.test}, {@code
 * openid.connect.userInfo}, {@code usergroups.list}).
 *
 * <p>Every answer is HTTP 200; whether it is a good one is said by {@code ok} alone. User groups
 * are read with the bot's token, which is {@link #client}.
 */
public final class SlackStandIn implements ProviderStandIn {

  private static final String TEAM = "T0STANDIN1";
  private static final String OTHER_TEAM = "T0ELSEWHR2";
  private static final String APP = "A0STANDIN1";
  private static final String OTHER_APP = "A0ANOTHER2";
  private static final String API = "https://slack.com/api/";

  private final OpaqueOffice people;
  private final OpaqueOffice bots;
  private final String botToken;
  private final SlackDocuments documents = new SlackDocuments();
  private final StandIn server;

  private SlackStandIn(StandInNetwork network) {
    var tokens = OpaqueTokens.on(network.clock());
    this.people = office(tokens, "xoxp-", List.of("openid", "email", "profile"));
    this.bots = office(tokens, "xoxb-", List.of("usergroups:read"));
    this.botToken = bots.issue(bots.grant(Person.bob()).withoutPerson());
    this.server = StandIn.start(network, routes());
  }

  public static SlackStandIn startIn(StandInNetwork network) {
    return new SlackStandIn(network);
  }

  private static OpaqueOffice office(OpaqueTokens tokens, String prefix, List<String> scopes) {
    return new OpaqueOffice(tokens, new OpaqueOffice.Shape(prefix, 48), APP, TEAM, scopes);
  }

  private Routes routes() {
    return new Routes()
        .on("POST " + API + "auth.test", authorized(this::test))
        .on("GET " + API + "openid.connect.userInfo", authorized(this::userInfo))
        .on("POST " + API + "openid.connect.userInfo", authorized(this::userInfo))
        .on("GET " + API + "usergroups.list", authorized(this::userGroups));
  }

  @Override
  public String preset() {
    return "Slack";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public List<String> audiences() {
    return List.of(TEAM);
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(new ClientSecret(APP, botToken));
  }

  @Override
  public String usernameOf(Person person) {
    return person.email();
  }

  /** The handles of user groups. */
  @Override
  public List<String> groupsOf(Person person) {
    return person.groups();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    documents.welcome(person);
    var grant = people.grant(person);
    return switch (kind) {
      case OTHER_TENANT -> Optional.of(people.issue(grant.inTenant(OTHER_TEAM)));
      case APP_ONLY -> Optional.of(bots.issue(grant.withoutPerson()));
      case NO_USER -> Optional.of(people.issue(grant.with(List.of("search:read"))));
      default -> people.issue(kind, person, OTHER_APP);
    };
  }

  @Override
  public StandIn server() {
    return server;
  }

  private HttpReply test(Call call, Grant grant) {
    return documents.identity(grant, people.now());
  }

  private HttpReply userInfo(Call call, Grant grant) {
    if (!grant.allows("openid")) {
      return documents.missingScope("openid", grant);
    }
    return grant
        .person()
        .map(person -> documents.userInfo(person, grant))
        .orElseGet(() -> documents.refusal("not_allowed_token_type"));
  }

  private HttpReply userGroups(Call call, Grant grant) {
    return grant.allows("usergroups:read")
        ? documents.userGroups(call.queried("include_users").orElse("").equals("true"))
        : documents.missingScope("usergroups:read", grant);
  }

  /** What is done with a token that is good, from the header or the form's {@code token}. */
  private Endpoint authorized(Action action) {
    return call -> {
      var token = call.bearer().or(() -> Optional.ofNullable(call.form().get("token")));
      if (token.isEmpty()) {
        return documents.refusal("not_authed");
      }
      return people
          .live(token.get())
          .map(grant -> action.answer(call, grant))
          .orElseGet(() -> documents.refusal(error(token.get())));
    };
  }

  private String error(String token) {
    return switch (people.tokens().state(token)) {
      case ENDED -> "token_expired";
      case REVOKED -> "token_revoked";
      case LIVE, UNKNOWN -> "invalid_auth";
    };
  }

  @FunctionalInterface
  private interface Action {
    HttpReply answer(Call call, Grant grant);
  }
}
