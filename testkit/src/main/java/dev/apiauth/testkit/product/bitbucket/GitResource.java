package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.repository.GitRepositories;
import dev.apiauth.testkit.product.repository.HttpBackend;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Endpoint;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/** {@code /scm}: git's smart protocol over HTTP, by git's own program. */
final class GitResource {

  private static final String REPOSITORY = "/scm/{project}/{repository}";
  private static final String REFS = "/info/refs";
  private static final String FETCH = "git-upload-pack";
  private static final String PUSH = "git-receive-pack";

  private final RepositoryAccess access;
  private final HttpBackend backend;

  GitResource(GitRepositories repositories) {
    access = new RepositoryAccess(repositories, Answer::text);
    backend = new HttpBackend(repositories);
  }

  List<Route> routes() {
    return List.of(
        Route.get(REPOSITORY + REFS, Access.SIGNED_IN, this::advertise),
        Route.post(REPOSITORY + "/" + FETCH, Access.SIGNED_IN, service(FETCH)),
        Route.post(REPOSITORY + "/" + PUSH, Access.SIGNED_IN, service(PUSH)));
  }

  private Answer advertise(Call call) throws IOException {
    var service = call.parameter("service").orElse("");
    return List.of(FETCH, PUSH).contains(service)
        ? serve(call, REFS, permission(service))
        : Answer.text(400, "service is git-upload-pack or git-receive-pack");
  }

  private Endpoint service(String name) {
    return call -> serve(call, "/" + name, permission(name));
  }

  private Answer serve(Call call, String path, RepositoryPermission needed) throws IOException {
    return access.open(
        call,
        needed,
        name ->
            response -> backend.serve(name, path, call.person().name(), call.request(), response));
  }

  private static RepositoryPermission permission(String service) {
    return service.equals(PUSH) ? RepositoryPermission.WRITE : RepositoryPermission.READ;
  }
}
