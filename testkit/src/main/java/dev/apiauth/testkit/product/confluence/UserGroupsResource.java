package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rest/api/user/memberof}: the groups of a user, page by page.
 *
 * <p>A page is never longer than {@value #LONGEST_PAGE}, whatever was asked for: the documentation
 * promises no length, so whoever takes the first page for all groups is wrong here.
 */
final class UserGroupsResource {

  static final int LONGEST_PAGE = 50;

  record Group(String type, String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PageLinks(String base, String self, @Nullable String next) {}

  record Page(List<Group> results, int start, int limit, int size, PageLinks _links) {}

  private static final String PATH = "/rest/api/user/memberof";

  private final UserDirectory people;
  private final ErrorShape errors;

  UserGroupsResource(UserDirectory people, ErrorShape errors) {
    this.people = people;
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(Route.get(PATH, Access.SIGNED_IN, this::groups));
  }

  private Answer groups(Call call) {
    return call.parameter("username")
        .flatMap(people::find)
        .map(person -> page(call, person))
        .orElseGet(() -> errors.error(404, "No user found with that username."));
  }

  private static Answer page(Call call, Person person) {
    int start = number(call, "start", 0);
    int limit = Math.min(number(call, "limit", LONGEST_PAGE), LONGEST_PAGE);
    var page =
        person.groups().stream()
            .sorted()
            .skip(start)
            .limit(limit)
            .map(name -> new Group("group", name))
            .toList();
    boolean more = start + page.size() < person.groups().size();
    var next = PATH + "?username=" + person.name() + "&start=" + (start + limit);
    var links = new PageLinks(call.baseUrl(), call.baseUrl() + PATH, more ? next : null);
    return Answer.json(200, new Page(page, start, limit, page.size(), links));
  }

  private static int number(Call call, String name, int absent) {
    return call.parameter(name)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(absent);
  }
}
