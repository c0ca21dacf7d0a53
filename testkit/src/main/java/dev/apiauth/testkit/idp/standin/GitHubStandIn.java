package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub, or an Enterprise Server of a company, with an OAuth app of ours (docs.github.com: "REST
 * API endpoints for OAuth authorizations", "Users", "Organizations", "Teams").
 *
 * <p>Tokens of people have no end; GitHub answers 404 to every question that is not for the one who
 * asks. What it answers to a wrong client secret is not documented: 404 here, as the only failure
 * that the endpoint's page names beside 422.
 */
public final class GitHubStandIn implements ProviderStandIn {

  private static final String OTHER_CLIENT = "Ov23liOTHERappCLIENTx";
  private static final ClientSecret CLIENT =
      new ClientSecret("Ov23liSTANDINclientA", "0c1e2d3a4b5c6d7e8f900c1e2d3a4b5c6d7e8f90");

  private final String base;
  private final Map<String, String> parameters;
  private final OpaqueOffice people;
  private final OpaqueOffice installations;
  private final GitHubDocuments documents;
  private final StandIn server;

  private GitHubStandIn(StandInNetwork network, String base, Map<String, String> parameters) {
    var tokens = OpaqueTokens.on(network.clock());
    this.base = base;
    this.parameters = parameters;
    this.people = office(tokens, "gho_");
    this.installations = office(tokens, "ghs_");
    this.documents = new GitHubDocuments(base);
    this.server = StandIn.start(network, routes());
  }

  /** github.com, whose API is at {@code api.github.com}. */
  public static GitHubStandIn startIn(StandInNetwork network) {
    return new GitHubStandIn(network, "https://api.github.com", Map.of());
  }

  /** An Enterprise Server, whose API is below {@code /api/v3}. */
  public static GitHubStandIn enterprise(StandInNetwork network, String host) {
    var base = "https://%s/api/v3".formatted(host);
    return new GitHubStandIn(network, base, Map.of("apiUrl", base));
  }

  private static OpaqueOffice office(OpaqueTokens tokens, String prefix) {
    var shape = new OpaqueOffice.Shape(prefix, 36);
    return new OpaqueOffice(tokens, shape, CLIENT.id(), "", List.of("read:org", "read:user"));
  }

  private Routes routes() {
    return new Routes()
        .on("POST %s/applications/{client_id}/token".formatted(base), this::check)
        .on("GET %s/user".formatted(base), asUser(documents::user))
        .on("GET %s/user/orgs".formatted(base), asUser(this::organizations))
        .on("GET %s/user/teams".formatted(base), asUser(this::teams));
  }

  @Override
  public String preset() {
    return "GitHub";
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

  /** Organization and slug of the teams. */
  @Override
  public List<String> groupsOf(Person person) {
    return person.groups().stream()
        .map(group -> GitHubDocuments.ORGANIZATION + ":" + group)
        .toList();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    var grant = people.grant(person);
    return switch (kind) {
      case EXPIRED -> Optional.empty(); // an OAuth app's tokens do not end
      case APP_ONLY -> Optional.of(installations.issue(grant.withoutPerson()));
      case GROUP_OVERAGE -> Optional.of(people.issue(people.grant(person.inMoreGroups(150))));
      default -> people.issue(kind, person, OTHER_CLIENT);
    };
  }

  /** Without {@code read:org}, so that teams may not be asked for. */
  public String withoutOrganizationScope(Person person) {
    return people.issue(people.grant(person).with(List.of("read:user")));
  }

  @Override
  public StandIn server() {
    return server;
  }

  private HttpReply check(Call call) {
    if (call.header("user-agent").isEmpty()) {
      return documents.noUserAgent();
    }
    var token = call.json().path("access_token").asText("");
    if (token.isEmpty()) {
      return documents.failure(422, "Validation Failed");
    }
    boolean ours =
        call.basic().filter(CLIENT::equals).isPresent()
            && call.variable("client_id").equals(CLIENT.id());
    return people
        .live(token)
        .filter(grant -> ours && grant.application().equals(CLIENT.id()))
        .flatMap(grant -> documents.authorization(token, grant))
        .orElseGet(() -> documents.failure(404, "Not Found"));
  }

  private HttpReply organizations(Call call, Grant grant) {
    return grant.allows("read:org")
        ? documents.organizations(call)
        : documents.failure(
            403, "You need at least read:org scope or user scope to list your organizations.");
  }

  private HttpReply teams(Call call, Grant grant) {
    return grant.allows("read:org")
        ? documents.teams(call, grant)
        : documents.failure(404, "Not Found");
  }

  /** What is done as the user of a bearer token. */
  private Endpoint asUser(AsUser action) {
    return call -> {
      if (call.header("user-agent").isEmpty()) {
        return documents.noUserAgent();
      }
      if (call.bearer().isEmpty()) {
        return documents.failure(401, "Requires authentication");
      }
      return people
          .live(call.bearer().get())
          .map(grant -> personal(action, call, grant))
          .orElseGet(() -> documents.failure(401, "Bad credentials"));
    };
  }

  private HttpReply personal(AsUser action, Call call, Grant grant) {
    return grant.person().isPresent()
        ? action.answer(call, grant).with("X-OAuth-Scopes", String.join(", ", grant.scopes()))
        : documents.failure(403, "Resource not accessible by integration");
  }

  @FunctionalInterface
  private interface AsUser {
    HttpReply answer(Call call, Grant grant);
  }
}
