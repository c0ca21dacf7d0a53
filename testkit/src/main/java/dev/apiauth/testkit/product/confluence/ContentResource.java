package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/**
 * {@code /rest/api/content}: lists, creates, shows and deletes pages and comments, as the caller.
 */
final class ContentResource {

  private static final String CONTENTS = "/rest/api/content";
  private static final String CONTENT = CONTENTS + "/{id}";

  private final ContentStore store;
  private final ErrorShape errors;

  ContentResource(ContentStore store, ErrorShape errors) {
    this.store = store;
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.get(CONTENTS, Access.ANYBODY, this::list),
        Route.post(CONTENTS, Access.SIGNED_IN, this::create),
        Route.get(CONTENT, Access.SIGNED_IN, this::show),
        Route.delete(CONTENT, Access.SIGNED_IN, this::delete),
        Route.get(CONTENT + "/child/comment", Access.SIGNED_IN, this::comments));
  }

  /** Anonymous callers get 200 and no results. */
  private Answer list(Call call) {
    List<Content.Page> visible = call.caller().isAnonymous() ? List.of() : store.pages();
    return ResultList.answer(
        call, visible.stream().map(page -> page.bean(call.baseUrl())).toList());
  }

  private Answer create(Call call) throws IOException {
    var body = call.body();
    return switch (body.path("type").asText("")) {
      case "page" -> createPage(call, body);
      case "comment" -> createComment(call, body);
      default -> errors.error(400, "type is page or comment");
    };
  }

  private Answer createPage(Call call, JsonNode body) {
    var space = store.space(body.path("space").path("key").asText(""));
    var title = body.path("title").asText("");
    if (space.isEmpty() || title.isBlank()) {
      return errors.error(400, "A page needs a title and a space that exists.");
    }
    var page = store.createPage(space.get(), title, storage(body), call.person());
    return Answer.json(200, page.bean(call.baseUrl()));
  }

  private Answer createComment(Call call, JsonNode body) {
    return store
        .page(body.path("container").path("id").asText(""))
        .map(page -> store.comment(page, storage(body), call.person()))
        .map(comment -> Answer.json(200, comment.bean(call.baseUrl())))
        .orElseGet(() -> errors.error(400, "A comment needs a page as its container."));
  }

  private static String storage(JsonNode body) {
    return body.path("body").path("storage").path("value").asText("");
  }

  private Answer show(Call call) {
    return store
        .find(call.variable("id"))
        .map(content -> Answer.json(200, content.bean(call.baseUrl())))
        .orElseGet(() -> notFound(call));
  }

  private Answer delete(Call call) {
    var content = store.find(call.variable("id"));
    content.ifPresent(store::delete);
    return content.isPresent() ? Answer.noContent() : notFound(call);
  }

  private Answer comments(Call call) {
    return store
        .page(call.variable("id"))
        .map(store::commentsOn)
        .map(found -> found.stream().map(comment -> comment.bean(call.baseUrl())).toList())
        .map(beans -> ResultList.answer(call, beans))
        .orElseGet(() -> notFound(call));
  }

  private Answer notFound(Call call) {
    return errors.error(404, "No content found with id: ContentId{id=" + call.variable("id") + "}");
  }
}
