package dev.apiauth.testkit.idp.standin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody with an account at a provider.
 *
 * @param username as people know it; providers that number people derive the number from it
 * @param groups by the names that people know; how a provider writes them is said by {@link
 *     ProviderStandIn#groupsOf}
 */
public record Person(String username, List<String> groups) {

  public Person {
    groups = List.copyOf(groups);
  }

  /** Who may use every product's API. */
  public static Person alice() {
    return new Person(
        "alice", List.of("jira-api-users", "confluence-api-users", "bitbucket-api-users"));
  }

  /** Who is in no group. */
  public static Person bob() {
    return new Person("bob", List.of());
  }

  public Person in(String... others) {
    return new Person(username, List.of(others));
  }

  /** The same in that many more groups, {@code group-1} and so on, before those that count. */
  public Person inMoreGroups(int count) {
    var more = IntStream.rangeClosed(1, count).mapToObj(number -> "group-" + number);
    return new Person(username, Stream.concat(more, groups.stream()).toList());
  }

  public String email() {
    return username + "@example.com";
  }
}
