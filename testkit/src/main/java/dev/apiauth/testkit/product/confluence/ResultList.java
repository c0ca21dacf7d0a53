package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import java.util.List;

/** A page of results as Confluence's REST API returns it; always the first page. */
record ResultList(List<?> results, int start, int limit, int size, Links _links) {

  private static final int LIMIT = 25;

  static Answer answer(Call call, List<?> all) {
    var results = all.stream().limit(LIMIT).toList();
    var base = call.baseUrl();
    var links =
        new Links(base, call.request().getContextPath(), base + call.request().getServletPath());
    return Answer.json(200, new ResultList(results, 0, LIMIT, results.size(), links));
  }
}
