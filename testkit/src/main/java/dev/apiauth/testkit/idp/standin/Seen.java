package dev.apiauth.testkit.idp.standin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Every request that reached a provider, answered or not, in the order of arrival. */
public final class Seen {

  private final List<Call> calls = new CopyOnWriteArrayList<>();

  void add(Call call) {
    calls.add(call);
  }

  /** All of them. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How many came to that path, whatever the query. */
  public long to(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).count();
  }

  /** How many came to that host. */
  public long toHost(String host) {
    return calls.stream().filter(call -> call.host().equals(host)).count();
  }

  /**
   * Whether any request carried that text, such as a token: in its path, query, headers or body, or
   * as user name or password of Basic.
   */
  public boolean shown(String secret) {
    return calls.stream().flatMap(Seen::texts).anyMatch(text -> text.contains(secret));
  }

  /** Forgets what came so far. */
  public void forget() {
    calls.clear();
  }

  private static Stream<String> texts(Call call) {
    var plain =
        Stream.of(
            Stream.of(call.path(), call.body()),
            call.query().values().stream(),
            call.headers().values().stream().flatMap(List::stream));
    var basic = call.userAndPassword().stream();
    return Stream.concat(plain.flatMap(each -> each), basic)
        .flatMap(text -> Stream.of(text, FormText.decode(text)));
  }
}
