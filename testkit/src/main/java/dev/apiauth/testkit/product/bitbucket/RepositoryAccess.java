package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.repository.GitRepositories;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import java.io.IOException;
import java.util.function.BiFunction;

/**
 * Opens the repository of a call to whoever may do what is asked.
 *
 * @param refuse status and message to an answer
 */
record RepositoryAccess(GitRepositories repositories, BiFunction<Integer, String, Answer> refuse) {

  /** What is done with a repository that is there and open. */
  @FunctionalInterface
  interface Work {

    Answer on(RepositoryName name) throws IOException;
  }

  /** The work's answer; 404 to whoever may not even read, 403 to whoever may not write. */
  Answer open(Call call, RepositoryPermission needed, Work work) throws IOException {
    var name = RepositoryName.of(call.variable("project"), call.variable("repository"));
    var granted = repositories.permissionOf(call.person());
    if (name.flatMap(repositories::find).isEmpty() || granted == RepositoryPermission.NONE) {
      return refuse.apply(404, "The repository does not exist.");
    }
    return granted.includes(needed)
        ? work.on(name.get())
        : refuse.apply(403, "You are not permitted to push to this repository.");
  }
}
