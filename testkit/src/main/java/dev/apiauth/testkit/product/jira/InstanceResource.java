package dev.apiauth.testkit.product.jira;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.time.InstantSource;
import java.util.List;

/** What Jira says about itself, its projects and the caller. */
final class InstanceResource {

  record ServerInfo(
      String baseUrl,
      String version,
      List<Integer> versionNumbers,
      String deploymentType,
      int buildNumber,
      String serverTime,
      String serverTitle) {}

  record Named(String name) {}

  record Groups(int size, List<Named> items) {}

  record Myself(@JsonUnwrapped JiraUser user, Groups groups, String expand) {}

  record Field(String id, String name, boolean custom) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("summary", "Summary", false),
          new Field("description", "Description", false),
          new Field("issuetype", "Issue Type", false),
          new Field("project", "Project", false));

  private final ErrorShape errors;
  private final InstantSource clock;

  InstanceResource(ErrorShape errors, InstantSource clock) {
    this.errors = errors;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/rest/api/2|latest/project", Access.ANYBODY, this::projects),
        Route.get("/rest/api/2|latest/project/{key}", Access.SIGNED_IN, this::project),
        Route.get("/rest/api/2|latest/myself", Access.SIGNED_IN, this::myself),
        Route.get("/rest/api/2|latest/serverInfo", Access.ANYBODY, this::serverInfo),
        Route.get("/rest/api/2|latest/field", Access.SIGNED_IN, call -> Answer.json(200, FIELDS)));
  }

  /** Anonymous callers get 200 and an empty list, which is why a 200 proves nothing. */
  private Answer projects(Call call) {
    List<JiraProject> visible = call.caller().isAnonymous() ? List.of() : JiraProject.ALL;
    return Answer.json(200, visible.stream().map(project -> project.bean(call.baseUrl())).toList());
  }

  private Answer project(Call call) {
    var key = call.variable("key");
    return JiraProject.find(key)
        .map(project -> Answer.json(200, project.bean(call.baseUrl())))
        .orElseGet(() -> errors.error(404, "No project could be found with key '" + key + "'."));
  }

  private Answer myself(Call call) {
    return Answer.json(
        200,
        new Myself(
            JiraUser.of(call.person(), call.baseUrl()), groups(call), "groups,applicationRoles"));
  }

  private static Groups groups(Call call) {
    Person person = call.person();
    boolean expanded =
        call.parameter("expand").filter(names -> names.contains("groups")).isPresent();
    var items = person.groups().stream().sorted().map(Named::new).toList();
    return new Groups(items.size(), expanded ? items : List.of());
  }

  private Answer serverInfo(Call call) {
    return Answer.json(
        200,
        new ServerInfo(
            call.baseUrl(),
            "11.3.1",
            List.of(11, 3, 1),
            "Server",
            11_030_001,
            clock.instant().toString(),
            "Jira"));
  }
}
