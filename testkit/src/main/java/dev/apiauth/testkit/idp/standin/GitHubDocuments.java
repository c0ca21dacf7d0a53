package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub's JSON.
 *
 * @param base of the API's addresses
 */
record GitHubDocuments(String base) {

  static final String ORGANIZATION = "example-corp";

  private static final String DOCUMENTATION = "https://docs.github.com/rest";

  HttpReply failure(int status, String message) {
    return HttpReply.json(
        status,
        Map.of(
            "message", message,
            "documentation_url", DOCUMENTATION,
            "status", Integer.toString(status)));
  }

  /** "All API requests must include a valid User-Agent header": plain text, not JSON. */
  HttpReply noUserAgent() {
    return new HttpReply(
        403,
        Map.of("Content-Type", "text/html"),
        "\r\nRequest forbidden by administrative rules. "
            + "Please make sure your request has a User-Agent header.\r\n");
  }

  /** The answer to "Check a token"; empty for a token without a person. */
  Optional<HttpReply> authorization(String token, Grant grant) {
    return grant.person().map(person -> HttpReply.json(authorization(token, grant, person)));
  }

  private Map<String, Object> authorization(String token, Grant grant, Person person) {
    var members = new HashMap<String, Object>();
    members.put("id", Long.parseLong(StableId.digits(token, 9)));
    members.put("url", base + "/authorizations/1");
    members.put("scopes", grant.scopes());
    members.put("token", token);
    members.put("token_last_eight", token.substring(token.length() - 8));
    members.put(
        "app",
        Map.of(
            "name", "apiauth",
            "url", "https://apiauth.example.com",
            "client_id", grant.application()));
    members.put("created_at", grant.issued().toString());
    members.put("updated_at", grant.issued().toString());
    members.put("expires_at", null);
    members.put("note", null);
    members.put("user", simpleUser(person));
    return members;
  }

  HttpReply user(Call call, Grant grant) {
    var person = grant.person().orElseThrow();
    var members = new HashMap<>(simpleUser(person));
    members.put("name", person.username());
    members.put("email", null); // private unless the person shows it
    members.put("two_factor_authentication", true);
    return HttpReply.json(members);
  }

  private Map<String, Object> simpleUser(Person person) {
    return Map.ofEntries(
        entry("login", person.username()),
        entry("id", Long.parseLong(StableId.digits(person.username(), 8))),
        entry("node_id", "U_kgDO" + StableId.capitals(person.username(), 6)),
        entry("url", "%s/users/%s".formatted(base, person.username())),
        entry("type", "User"),
        entry("site_admin", false));
  }

  HttpReply organizations(Call call) {
    return HttpReply.jsonArray(List.of(organization()));
  }

  private Map<String, Object> organization() {
    return Map.of(
        "login", ORGANIZATION,
        "id", Long.parseLong(StableId.digits(ORGANIZATION, 8)),
        "url", "%s/orgs/%s".formatted(base, ORGANIZATION));
  }

  /** A page of at most 100, 30 unless asked otherwise, with {@code Link} (RFC 8288). */
  HttpReply teams(Call call, Grant grant) {
    var groups = grant.person().orElseThrow().groups();
    var page = LinkedPage.of(call, base + "/user/teams");
    var items = page.of(groups).stream().map(this::team).toList();
    return page.linked(HttpReply.jsonArray(items), groups.size());
  }

  private Map<String, Object> team(String slug) {
    return Map.ofEntries(
        entry("id", Long.parseLong(StableId.digits(slug, 7))),
        entry("name", slug.replace('-', ' ')),
        entry("slug", slug),
        entry("privacy", "closed"),
        entry("permission", "pull"),
        entry("organization", organization()));
  }
}
