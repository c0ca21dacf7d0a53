package dev.apiauth.testkit.product.bitbucket;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Git LFS's locks, which every push asks for. */
final class LfsLocksResource {

  record Owner(String name) {}

  record Lock(String id, String path, @JsonProperty("locked_at") String lockedAt, Owner owner) {}

  private record Held(RepositoryName repository, Lock lock) {}

  private static final String LOCKS = "/scm/{project}/{repository}/info/lfs/locks";

  private final RepositoryAccess access;
  private final InstantSource clock;
  private final AtomicLong ids = new AtomicLong();
  private final List<Held> held = new CopyOnWriteArrayList<>();

  LfsLocksResource(RepositoryAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(LOCKS, Access.SIGNED_IN, this::list),
        Route.post(LOCKS, Access.SIGNED_IN, this::lock),
        Route.post(LOCKS + "/verify", Access.SIGNED_IN, this::verify),
        Route.post(LOCKS + "/{id}/unlock", Access.SIGNED_IN, this::unlock));
  }

  private Answer list(Call call) throws IOException {
    return access.open(
        call,
        RepositoryPermission.READ,
        name -> LfsAnswers.json(200, Map.of("locks", locks(name).toList())));
  }

  private Answer lock(Call call) throws IOException {
    var path = call.body().path("path").asText("");
    return access.open(call, RepositoryPermission.WRITE, name -> take(name, path, call));
  }

  private Answer take(RepositoryName name, String path, Call call) throws IOException {
    if (locks(name).anyMatch(lock -> lock.path().equals(path))) {
      return LfsAnswers.error(409, "It is locked already.");
    }
    var id = Long.toString(ids.incrementAndGet());
    var lock = new Lock(id, path, clock.instant().toString(), new Owner(call.person().name()));
    held.add(new Held(name, lock));
    return LfsAnswers.json(201, Map.of("lock", lock));
  }

  private Answer verify(Call call) throws IOException {
    return access.open(
        call,
        RepositoryPermission.WRITE,
        name ->
            LfsAnswers.json(
                200,
                Map.of(
                    "ours",
                    locks(name).filter(lock -> isOf(lock, call)).toList(),
                    "theirs",
                    locks(name).filter(lock -> !isOf(lock, call)).toList())));
  }

  private Answer unlock(Call call) throws IOException {
    return access.open(
        call, RepositoryPermission.WRITE, name -> release(name, call.variable("id")));
  }

  private Answer release(RepositoryName name, String id) throws IOException {
    Optional<Lock> found = locks(name).filter(lock -> lock.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return LfsAnswers.error(404, "There is no such lock.");
    }
    held.removeIf(one -> one.lock().equals(found.get()));
    return LfsAnswers.json(200, Map.of("lock", found.get()));
  }

  private Stream<Lock> locks(RepositoryName name) {
    return held.stream().filter(one -> one.repository().equals(name)).map(Held::lock);
  }

  private static boolean isOf(Lock lock, Call call) {
    return lock.owner().name().equals(call.person().name());
  }
}
