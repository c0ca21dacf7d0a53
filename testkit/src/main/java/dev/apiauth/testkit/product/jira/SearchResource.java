package dev.apiauth.testkit.product.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code /rest/api/2/search}, by GET and by POST, which is a read.
 *
 * <p>Of JQL only {@code project = KEY} is understood; anything else finds everything.
 */
final class SearchResource {

  record Page(int startAt, int maxResults) {}

  record Results(String expand, int startAt, int maxResults, int total, List<Issue.Bean> issues) {}

  private static final String PATH = "/rest/api/2|latest/search";
  private static final int USUAL_PAGE = 50;
  private static final Pattern PROJECT =
      Pattern.compile("project\\s*=\\s*\"?(\\w+)\"?", Pattern.CASE_INSENSITIVE);

  private final IssueStore store;

  SearchResource(IssueStore store) {
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.ANYBODY, this::get), Route.post(PATH, Access.ANYBODY, this::post));
  }

  private Answer get(Call call) {
    var page = new Page(number(call, "startAt", 0), number(call, "maxResults", USUAL_PAGE));
    return search(call, call.parameter("jql").orElse(""), page);
  }

  private static int number(Call call, String parameter, int absent) {
    return call.parameter(parameter)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(absent);
  }

  private Answer post(Call call) throws IOException {
    JsonNode body = call.body();
    var page = new Page(body.path("startAt").asInt(0), body.path("maxResults").asInt(USUAL_PAGE));
    return search(call, body.path("jql").asText(""), page);
  }

  private Answer search(Call call, String jql, Page page) {
    var found = call.caller().isAnonymous() ? List.<Issue>of() : matching(jql);
    var beans =
        found.stream()
            .skip(page.startAt())
            .limit(page.maxResults())
            .map(issue -> issue.bean(call.baseUrl()))
            .toList();
    return Answer.json(
        200, new Results("names,schema", page.startAt(), page.maxResults(), found.size(), beans));
  }

  private List<Issue> matching(String jql) {
    var project = PROJECT.matcher(jql);
    if (!project.find()) {
      return store.all();
    }
    var key = project.group(1);
    return store.all().stream()
        .filter(issue -> issue.project().key().equalsIgnoreCase(key))
        .toList();
  }
}
