package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.git.GitResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A run of git against Bitbucket, and what came of it.
 *
 * @param what the command and its credential in words
 * @param user as whom Bitbucket must carry out all of it; empty where it must fail, and nothing may
 *     reach Bitbucket
 * @param result how git ended
 * @param actedAs as whom Bitbucket carried out what reached it
 */
record GitRow(String what, Optional<String> user, GitResult result, List<String> actedAs)
    implements Judged {

  private static final String FROM_THE_SERVER = "remote: ";

  @Override
  public boolean asExpected() {
    return user.map(this::isDoneAs).orElseGet(() -> result.exit() != 0 && actedAs.isEmpty());
  }

  private boolean isDoneAs(String name) {
    return result.exit() == 0
        && !actedAs.isEmpty()
        && actedAs.stream().allMatch(Predicate.isEqual(name));
  }

  /** The row in words. */
  String text() {
    return "%s -> %s, the product %s".formatted(what, ending(), product());
  }

  private String ending() {
    return result.exit() == 0 ? "done" : "exit code " + result.exit();
  }

  private String product() {
    List<String> users = actedAs.stream().distinct().toList();
    return users.isEmpty() ? "saw nothing" : "acted as " + String.join(", ", users);
  }

  /** What git shows of the server's words. */
  Optional<String> said() {
    return result.printed().lines().filter(line -> line.startsWith(FROM_THE_SERVER)).findFirst();
  }
}
