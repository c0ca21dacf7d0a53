package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Admin SDK's Directory API as far as it tells groups (developers.google.com/workspace/admin:
 * "Method: groups.list", "Method: members.hasMember").
 */
final class GoogleDirectory {

  static final int LARGEST_PAGE = 200;

  private static final String GROUPS = "https://admin.googleapis.com/admin/directory/v1/groups";

  private final GoogleServiceAccount account;
  private final Map<String, Person> people = new ConcurrentHashMap<>();

  GoogleDirectory(GoogleServiceAccount account) {
    this.account = account;
  }

  void addTo(Routes routes) {
    routes
        .on("GET " + GROUPS, call -> authorized(call, this::groups))
        .on(
            "GET " + GROUPS + "/{group}/hasMember/{member}",
            call -> authorized(call, this::member));
  }

  /** Makes the person a member of the Workspace. */
  void welcome(Person person) {
    people.put(person.email(), person);
    people.put(GoogleStandIn.sub(person), person);
  }

  static String address(String group) {
    return group + "@example.com";
  }

  private HttpReply authorized(Call call, Endpoint endpoint) {
    var grant = call.bearer().flatMap(account::live);
    if (grant.isEmpty()) {
      return failure(
          401,
          "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
              + " cookie or other valid authentication credential.",
          "authError");
    }
    return grant.get().tenant().equals(GoogleServiceAccount.ADMINISTRATOR)
        ? endpoint.answer(call)
        : failure(403, "Not Authorized to access this resource/api", "forbidden");
  }

  private HttpReply groups(Call call) {
    var key = call.queried("userKey");
    if (key.isEmpty()) {
      return failure(400, "Bad Request", "badRequest");
    }
    return Optional.ofNullable(people.get(key.get()))
        .map(person -> page(call, person.groups()))
        .orElseGet(() -> failure(404, "Resource Not Found: userKey", "notFound"));
  }

  /** Without groups there is no member {@code groups}; a last page has no {@code nextPageToken}. */
  private static HttpReply page(Call call, List<String> all) {
    int size = call.queried("maxResults").map(Integer::parseInt).orElse(LARGEST_PAGE);
    int from = call.queried("pageToken").map(Integer::parseInt).orElse(0);
    int until = Math.min(all.size(), from + Math.clamp(size, 1, LARGEST_PAGE));
    var answer = new HashMap<String, Object>();
    answer.put("kind", "admin#directory#groups");
    answer.put("etag", "\"standin\"");
    if (!all.isEmpty()) {
      answer.put("groups", all.subList(from, until).stream().map(GoogleDirectory::group).toList());
    }
    if (until < all.size()) {
      answer.put("nextPageToken", Integer.toString(until));
    }
    return HttpReply.json(answer);
  }

  private static Map<String, Object> group(String name) {
    return Map.ofEntries(
        entry("kind", "admin#directory#group"),
        entry("id", StableId.capitals(name, 15)),
        entry("etag", "\"standin\""),
        entry("email", address(name)),
        entry("name", name),
        entry("directMembersCount", "3"),
        entry("description", ""),
        entry("adminCreated", true));
  }

  private HttpReply member(Call call) {
    boolean member =
        Optional.ofNullable(people.get(call.variable("member")))
            .filter(
                person ->
                    person.groups().stream()
                        .map(GoogleDirectory::address)
                        .anyMatch(call.variable("group")::equals))
            .isPresent();
    return HttpReply.json(Map.of("isMember", member));
  }

  private static HttpReply failure(int status, String message, String reason) {
    var one = Map.of("message", message, "domain", "global", "reason", reason);
    return HttpReply.json(
        status,
        Map.of("error", Map.of("code", status, "message", message, "errors", List.of(one))));
  }
}
