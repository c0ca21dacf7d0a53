package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Discord with an application and a guild of ours (docs.discord.com: "Get Current Authorization
 * Information", "Get Current User", "Get Current User Guild Member").
 *
 * <p>A client-credentials token is one of the application's owner: nothing in it tells that no
 * person logged in.
 */
public final class DiscordStandIn implements ProviderStandIn {

  private static final String APPLICATION = "1159155114529472512";
  private static final String OTHER_APPLICATION = "1209876543210987654";
  private static final String GUILD = "1042042042042042042";
  private static final String API = "https://discord.com/api/v10";
  private static final Person OWNER = new Person("app-owner", List.of());

  /** With microseconds and offset, as in {@code 2021-01-23T02:33:17.017000+00:00}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  private final OpaqueOffice people;
  private final StandIn server;

  private DiscordStandIn(StandInNetwork network) {
    this.people =
        new OpaqueOffice(
            OpaqueTokens.on(network.clock()),
            new OpaqueOffice.Shape("", 30),
            APPLICATION,
            "",
            List.of("identify", "email", "guilds.members.read"));
    this.server = StandIn.start(network, routes());
  }

  public static DiscordStandIn startIn(StandInNetwork network) {
    return new DiscordStandIn(network);
  }

  private Routes routes() {
    return new Routes()
        .on("GET " + API + "/oauth2/@me", authorized((_, grant) -> authorization(grant)))
        .on("GET " + API + "/users/@me", authorized((_, grant) -> self(grant)))
        .on("GET " + API + "/users/@me/guilds/{guild}/member", authorized(this::member));
  }

  @Override
  public String preset() {
    return "Discord";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("guildId", GUILD);
  }

  @Override
  public List<String> audiences() {
    return List.of(APPLICATION);
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.empty();
  }

  @Override
  public String usernameOf(Person person) {
    return person.username();
  }

  /** The ids of roles in the guild. */
  @Override
  public List<String> groupsOf(Person person) {
    return person.groups().stream().map(group -> StableId.digits(group, 18)).toList();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    return switch (kind) {
      case APP_ONLY -> Optional.of(people.issue(people.grant(OWNER).with(List.of("identify"))));
      case NO_USER -> Optional.of(people.issue(people.grant(person).with(List.of("guilds"))));
      default -> people.issue(kind, person, OTHER_APPLICATION);
    };
  }

  @Override
  public StandIn server() {
    return server;
  }

  private HttpReply authorization(Grant grant) {
    var members = new HashMap<String, Object>();
    members.put(
        "application",
        Map.of(
            "id",
            grant.application(),
            "name",
            "apiauth",
            "description",
            "",
            "bot_public",
            true,
            "bot_require_code_grant",
            false,
            "verify_key",
            "c8cde6a3c8c6e49d86af3191287b3ce255872be1fff6dc285bdb420c06a2c3c8"));
    members.put("scopes", grant.scopes());
    members.put("expires", TIME.format(grant.expires()));
    if (grant.allows("identify")) {
      members.put("user", user(grant));
    }
    return HttpReply.json(members);
  }

  private HttpReply self(Grant grant) {
    if (!grant.allows("identify")) {
      return unauthorized();
    }
    var members = new HashMap<>(user(grant));
    if (grant.allows("email")) {
      members.put("email", grant.person().orElseThrow().email());
      members.put("verified", true);
    }
    return HttpReply.json(members);
  }

  private HttpReply member(Call call, Grant grant) {
    if (!grant.allows("guilds.members.read")) {
      return unauthorized();
    }
    if (!call.variable("guild").equals(GUILD)) {
      return HttpReply.json(404, Map.of("message", "Unknown Guild", "code", 10004));
    }
    return HttpReply.json(
        Map.ofEntries(
            entry("user", user(grant)),
            entry("roles", groupsOf(grant.person().orElseThrow())),
            entry("joined_at", "2015-04-26T06:26:56.936000+00:00"),
            entry("deaf", false),
            entry("mute", false),
            entry("pending", false),
            entry("flags", 0)));
  }

  private static Map<String, Object> user(Grant grant) {
    var person = grant.person().orElseThrow();
    return Map.ofEntries(
        entry("id", StableId.digits(person.username(), 18)),
        entry("username", person.username()),
        entry("global_name", person.username()),
        entry("discriminator", "0"),
        entry("public_flags", 0));
  }

  private Endpoint authorized(Action action) {
    return call ->
        call.bearer()
            .flatMap(people::live)
            .map(grant -> action.answer(call, grant))
            .orElseGet(DiscordStandIn::unauthorized);
  }

  private static HttpReply unauthorized() {
    return HttpReply.json(401, Map.of("message", "401: Unauthorized", "code", 0));
  }

  @FunctionalInterface
  private interface Action {
    HttpReply answer(Call call, Grant grant);
  }
}
