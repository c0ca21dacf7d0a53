package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facebook with an app of ours (developers.facebook.com: "Debug-Token", "Access Tokens", "Securing
 * Graph API Requests").
 *
 * <p>Of a token that is not good, {@code debug_token} says so with HTTP 200; another app's token is
 * an error 100 with HTTP 400.
 */
public final class FacebookStandIn implements ProviderStandIn {

  private static final String OTHER_APP = "246813579024681";
  private static final ClientSecret APP =
      new ClientSecret("138483919580948", "c2a1b0f9e8d7c6b5a4938271605f4e3d");
  private static final String GRAPH = "https://graph.facebook.com/{version}/";

  private final OpaqueOffice people;
  private final FacebookDocuments documents = new FacebookDocuments();
  private final StandIn server;
  private volatile ProofPolicy proofs = ProofPolicy.OPTIONAL;

  /** Whether the app's setting "Require App Secret" is on. */
  public enum ProofPolicy {
    OPTIONAL,
    REQUIRED
  }

  private FacebookStandIn(StandInNetwork network) {
    this.people =
        new OpaqueOffice(
            OpaqueTokens.on(network.clock()),
            new OpaqueOffice.Shape("EAAB", 180),
            APP.id(),
            "",
            List.of("email", "public_profile"));
    this.server = StandIn.start(network, routes());
  }

  public static FacebookStandIn startIn(StandInNetwork network) {
    return new FacebookStandIn(network);
  }

  private Routes routes() {
    return new Routes()
        .on("GET " + GRAPH + "debug_token", this::debug)
        .on("GET " + GRAPH + "me", this::me);
  }

  @Override
  public String preset() {
    return "Facebook";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public List<String> audiences() {
    return List.of(APP.id());
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.of(APP);
  }

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
    var grant = people.grant(person);
    return switch (kind) {
      case APP_ONLY -> Optional.of(ofTheApp(grant.withoutPerson().with(List.of())));
      case NO_USER -> Optional.of(people.issue(grant.with(List.of("public_profile"))));
      default -> people.issue(kind, person, OTHER_APP);
    };
  }

  /** One that never ends: its {@code expires_at} is 0. */
  public String neverEnding(Person person) {
    var grant = people.grant(person);
    return people.issue(
        new Grant(
            grant.person(),
            grant.application(),
            grant.tenant(),
            grant.scopes(),
            grant.issued(),
            Instant.MAX));
  }

  /** Turns the app's setting. */
  public void proofs(ProofPolicy policy) {
    proofs = policy;
  }

  @Override
  public StandIn server() {
    return server;
  }

  private String ofTheApp(Grant grant) {
    return people.tokens().issue(APP.id() + "|", 27, grant);
  }

  private HttpReply debug(Call call) {
    var asker = call.queried("access_token").or(call::bearer).orElse("");
    if (!asker.equals(APP.id() + "|" + APP.secret())) {
      return documents.failure("OAuthException", 190, "Invalid OAuth access token signature.");
    }
    return call.queried("input_token")
        .map(this::described)
        .orElseGet(
            () ->
                documents.failure(
                    "OAuthException", 100, "(#100) The parameter input_token is required"));
  }

  private HttpReply described(String token) {
    var grant = people.tokens().find(token);
    if (grant.isEmpty()) {
      return documents.unknown();
    }
    if (!grant.get().application().equals(APP.id())) {
      return documents.failure(
          "OAuthException",
          100,
          "(#100) The App_id in the input_token did not match the Viewing App");
    }
    return documents.description(grant.get(), people.tokens().state(token));
  }

  private HttpReply me(Call call) {
    var token = call.queried("access_token").or(call::bearer).orElse("");
    var grant = people.live(token);
    if (grant.isEmpty()) {
      return documents.failure("OAuthException", 190, "Error validating access token");
    }
    return AppSecretProof.of(APP, token)
        .complaint(call.queried("appsecret_proof"), proofs)
        .map(message -> documents.failure("GraphMethodException", 100, message))
        .orElseGet(() -> documents.me(call.queried("fields").orElse("id,name"), grant.get()));
  }
}
