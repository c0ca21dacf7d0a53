package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a list by number, as GitHub counts: from 1, 30 items, at most 100.
 *
 * @param uri of the list
 * @param number of the page
 * @param size of a page
 */
record LinkedPage(String uri, int number, int size) {

  private static final int USUAL = 30;
  private static final int MOST = 100;

  static LinkedPage of(Call call, String uri) {
    int size = call.queried("per_page").map(Integer::parseInt).orElse(USUAL);
    int number = call.queried("page").map(Integer::parseInt).orElse(1);
    return new LinkedPage(uri, Math.max(1, number), Math.clamp(size, 1, MOST));
  }

  <T> List<T> of(List<T> all) {
    int from = Math.min(all.size(), (number - 1) * size);
    return all.subList(from, Math.min(all.size(), from + size));
  }

  /** With the header {@code Link} where there is more than one page. */
  HttpReply linked(HttpReply reply, int total) {
    int last = Math.max(1, Math.ceilDiv(total, size));
    var links = new ArrayList<String>();
    if (number > 1) {
      links.add(link(number - 1, "prev"));
      links.add(link(1, "first"));
    }
    if (number < last) {
      links.add(link(number + 1, "next"));
      links.add(link(last, "last"));
    }
    return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
  }

  private String link(int page, String relation) {
    return "<%s?per_page=%d&page=%d>; rel=\"%s\"".formatted(uri, size, page, relation);
  }
}
