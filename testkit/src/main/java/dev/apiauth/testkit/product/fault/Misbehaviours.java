package dev.apiauth.testkit.product.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The misbehaviours that are switched on, each for the paths below a prefix. */
public final class Misbehaviours {

  private record Switched(String pathPrefix, Misbehaviour misbehaviour) {}

  private final List<Switched> switched = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * @param pathPrefix of the path below the context path, as Tomcat resolves it; {@code /} is all
   */
  public void switchOn(String pathPrefix, Misbehaviour misbehaviour) {
    switched.add(new Switched(pathPrefix, misbehaviour));
  }

  /** Ends every misbehaviour and lets the requests go that hang. */
  public void switchOff() {
    switched.clear();
    var waiting = ended;
    ended = new CompletableFuture<>();
    waiting.complete(null);
  }

  /** The first misbehaviour of that kind that is on for {@code path}. */
  public <T extends Misbehaviour> Optional<T> on(String path, Class<T> kind) {
    return switched.stream()
        .filter(entry -> path.startsWith(entry.pathPrefix()))
        .map(Switched::misbehaviour)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  boolean none() {
    return switched.isEmpty();
  }

  /** Blocks the calling thread until {@link #switchOff}. */
  void awaitEnd() {
    ended.join();
  }
}
