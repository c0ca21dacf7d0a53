package dev.apiauth.testkit.product.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** {@code /rest/api/2/issue}: creates, shows, deletes issues and comments them, as the caller. */
final class IssueResource {

  record Comments(
      int startAt, int maxResults, int total, List<Issue.Comment.CommentBean> comments) {}

  private static final String ISSUES = "/rest/api/2|latest/issue";
  private static final String ISSUE = ISSUES + "/{key}";

  private final IssueStore store;
  private final JiraErrors errors;
  private final AtomicLong nextComment = new AtomicLong(10_000);

  IssueResource(IssueStore store, JiraErrors errors) {
    this.store = store;
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.post(ISSUES, Access.SIGNED_IN, this::create),
        Route.get(ISSUE, Access.SIGNED_IN, call -> withIssue(call, issue -> show(call, issue))),
        Route.delete(ISSUE, Access.SIGNED_IN, call -> withIssue(call, this::delete)),
        Route.post(ISSUE + "/comment", Access.SIGNED_IN, this::comment),
        Route.get(
            ISSUE + "/comment",
            Access.SIGNED_IN,
            call -> withIssue(call, issue -> comments(call, issue))));
  }

  private Answer create(Call call) throws IOException {
    JsonNode fields = call.body().path("fields");
    var project = JiraProject.find(projectOf(fields));
    var summary = fields.path("summary").asText("");
    if (project.isEmpty()) {
      return errors.field("project", "project is required");
    }
    if (summary.isBlank()) {
      return errors.field("summary", "You must specify a summary of the issue.");
    }
    var draft =
        new Issue.Draft(
            project.get(),
            summary,
            fields.path("description").asText(""),
            fields.path("issuetype").path("name").asText("Task"));
    var issue = store.create(draft, call.person());
    return Answer.json(201, new Issue.Created(issue.id(), issue.key(), issue.self(call.baseUrl())));
  }

  private static String projectOf(JsonNode fields) {
    var project = fields.path("project");
    return project.path("key").asText(project.path("id").asText(""));
  }

  private Answer withIssue(Call call, Function<Issue, Answer> then) {
    return store
        .find(call.variable("key"))
        .map(then)
        .orElseGet(() -> errors.error(404, "Issue Does Not Exist"));
  }

  private Answer show(Call call, Issue issue) {
    return Answer.json(200, issue.bean(call.baseUrl()));
  }

  private Answer delete(Issue issue) {
    store.delete(issue);
    return Answer.noContent();
  }

  private Answer comment(Call call) throws IOException {
    var text = call.body().path("body").asText("");
    if (text.isBlank()) {
      return errors.field("comment", "Comment body can not be empty!");
    }
    return withIssue(call, issue -> addComment(call, issue, text));
  }

  private Answer addComment(Call call, Issue issue, String text) {
    var id = Long.toString(nextComment.getAndIncrement());
    var comment = new Issue.Comment(id, call.person(), text);
    issue.comments().add(comment);
    return Answer.json(201, comment.bean(issue.self(call.baseUrl()), call.baseUrl()));
  }

  private Answer comments(Call call, Issue issue) {
    var beans =
        issue.comments().stream()
            .map(comment -> comment.bean(issue.self(call.baseUrl()), call.baseUrl()))
            .toList();
    return Answer.json(200, new Comments(0, 1_048_576, beans.size(), beans));
  }
}
