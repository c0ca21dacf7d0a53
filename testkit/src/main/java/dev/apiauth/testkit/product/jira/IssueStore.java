package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.account.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The issues of one installation, in memory. */
final class IssueStore {

  private static final long FIRST_ID = 10_100;

  private final Map<Long, Issue> byId = new ConcurrentSkipListMap<>();
  private final AtomicLong created = new AtomicLong();

  Issue create(Issue.Draft draft, Person creator) {
    long number = created.incrementAndGet();
    long id = FIRST_ID + number;
    var issue = draft.filed(id, number, creator);
    byId.put(id, issue);
    return issue;
  }

  Optional<Issue> find(String keyOrId) {
    return all().stream()
        .filter(issue -> issue.key().equalsIgnoreCase(keyOrId) || issue.id().equals(keyOrId))
        .findFirst();
  }

  void delete(Issue issue) {
    byId.remove(Long.valueOf(issue.id()));
  }

  /** In the order of creation. */
  List<Issue> all() {
    return List.copyOf(byId.values());
  }
}
