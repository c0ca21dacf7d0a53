package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Microsoft Graph as far as it tells groups (learn.microsoft.com: "List a user's memberships
 * (transitive)", "Paging Microsoft Graph data in your app", "Microsoft Graph error responses").
 */
final class EntraDirectory {

  private static final String GRAPH = "https://graph.microsoft.com/v1.0";
  private static final String ROLE_ID = "62e90394-69f5-4237-9190-012177145e10";
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 999;

  private final EntraLogin login;
  private final Map<String, Person> people = new ConcurrentHashMap<>();

  EntraDirectory(EntraLogin login) {
    this.login = login;
  }

  void addTo(Routes routes) {
    var memberships = GRAPH + "/users/{id}/transitiveMemberOf";
    routes
        .on("GET " + memberships, call -> authorized(call, this::everything))
        .on(
            "GET " + memberships + "/microsoft.graph.group",
            call -> authorized(call, this::groups));
  }

  /** Makes the person known by the object id. */
  void welcome(Person person) {
    people.put(EntraTokens.oid(person), person);
  }

  private HttpReply authorized(Call call, Endpoint endpoint) {
    return switch (login.ofGraph(call.bearer().orElse(""))) {
      case UNKNOWN, REVOKED ->
          failure(401, "InvalidAuthenticationToken", "Access token validation failure.");
      case ENDED ->
          failure(
              401,
              "InvalidAuthenticationToken",
              "Lifetime validation failed, the token is expired.");
      case LIVE ->
          login.mayReadGroups()
              ? endpoint.answer(call)
              : failure(
                  403,
                  "Authorization_RequestDenied",
                  "Insufficient privileges to complete the operation.");
    };
  }

  /** Groups, and the directory roles that are memberships too. */
  private HttpReply everything(Call call) {
    return person(call)
        .map(person -> page(call, withRole(objects(person))))
        .orElseGet(() -> unknown(call));
  }

  private HttpReply groups(Call call) {
    return person(call).map(person -> page(call, objects(person))).orElseGet(() -> unknown(call));
  }

  private Optional<Person> person(Call call) {
    return Optional.ofNullable(people.get(call.variable("id")));
  }

  private static List<Map<String, Object>> objects(Person person) {
    return person.groups().stream()
        .map(group -> object("#microsoft.graph.group", EntraTokens.groupId(group)))
        .toList();
  }

  private static List<Map<String, Object>> withRole(List<Map<String, Object>> groups) {
    var all = new ArrayList<>(groups);
    all.add(object("#microsoft.graph.directoryRole", ROLE_ID));
    return all;
  }

  private static Map<String, Object> object(String type, String id) {
    return Map.of("@odata.type", type, "id", id);
  }

  private static HttpReply page(Call call, List<Map<String, Object>> all) {
    int size = call.queried("$top").map(Integer::parseInt).orElse(USUAL_PAGE);
    int from = call.queried("$skiptoken").map(Integer::parseInt).orElse(0);
    int until = Math.min(all.size(), from + Math.clamp(size, 1, LARGEST_PAGE));
    var answer = new HashMap<String, Object>();
    answer.put("@odata.context", GRAPH + "/$metadata#directoryObjects(id)");
    answer.put("value", all.subList(Math.min(from, all.size()), until));
    if (until < all.size()) {
      answer.put("@odata.nextLink", next(call, size, until));
    }
    return HttpReply.json(answer);
  }

  private static String next(Call call, int size, int from) {
    return "https://%s%s?$select=id&$top=%d&$skiptoken=%d"
        .formatted(call.host(), call.path(), size, from);
  }

  private static HttpReply unknown(Call call) {
    return failure(
        404,
        "Request_ResourceNotFound",
        "Resource '%s' does not exist or one of its queried reference-property objects are not present."
            .formatted(call.variable("id")));
  }

  private static HttpReply failure(int status, String code, String message) {
    var inner =
        Map.of(
            "date", "2026-11-24T08:00:00",
            "request-id", StableId.uuid("request"),
            "client-request-id", StableId.uuid("request"));
    return HttpReply.json(
        status, Map.of("error", Map.of("code", code, "message", message, "innerError", inner)));
  }
}
