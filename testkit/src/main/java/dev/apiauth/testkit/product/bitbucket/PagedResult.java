package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.rest.Answer;
import java.util.List;

/** A page of values; the simulator's lists fit on one. */
record PagedResult(int size, int limit, boolean isLastPage, List<?> values, int start) {

  private static final int LIMIT = 25;

  static Answer answer(List<?> values) {
    return Answer.json(200, new PagedResult(values.size(), LIMIT, true, values, 0));
  }
}
