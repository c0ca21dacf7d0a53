package dev.apiauth.testkit.product.bitbucket;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code /rest/api/1.0} and {@code /rest/api/latest}: projects, pull requests, the product itself.
 */
final class RepositoryResource {

  record Project(
      String key, int id, String name, @JsonProperty("public") boolean isPublic, String type) {}

  record Participant(BitbucketUser user, String role) {}

  record PullRequest(
      int id,
      int version,
      String title,
      String state,
      boolean open,
      long createdDate,
      Participant author) {}

  record ApplicationProperties(
      String version, String buildNumber, String buildDate, String displayName) {}

  private static final String API = "/rest/api/1.0|latest";
  private static final List<Project> PROJECTS =
      List.of(
          new Project("ABC", 1, "Alphabet", false, "NORMAL"),
          new Project("OPS", 2, "Operations", false, "NORMAL"));

  private final InstantSource clock;

  RepositoryResource(InstantSource clock) {
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(API + "/dashboard/pull-requests", Access.SIGNED_IN, this::pullRequests),
        Route.get(API + "/projects", Access.ANYBODY, RepositoryResource::projects),
        Route.get(
            API + "/application-properties",
            Access.ANYBODY,
            call -> Answer.json(200, properties())),
        Route.get(API + "/admin/groups", Access.ADMINISTRATOR, RepositoryResource::groups));
  }

  /** One pull request, by whoever asks. */
  private Answer pullRequests(Call call) {
    var author = new Participant(BitbucketUser.of(call.person()), "AUTHOR");
    return PagedResult.answer(
        List.of(new PullRequest(101, 1, "Say it shorter", "OPEN", true, clock.millis(), author)));
  }

  /** Anonymous callers get 200 and no values: no project is public. */
  private static Answer projects(Call call) {
    return PagedResult.answer(call.caller().isAnonymous() ? List.of() : PROJECTS);
  }

  private static Answer groups(Call call) {
    Person person = call.person();
    return PagedResult.answer(person.groups().stream().sorted().toList());
  }

  private static ApplicationProperties properties() {
    return new ApplicationProperties("9.4.16", "9004016", "1767225600000", "Bitbucket");
  }
}
