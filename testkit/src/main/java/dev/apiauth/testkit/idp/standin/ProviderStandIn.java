package dev.apiauth.testkit.idp.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hosted provider with one account of ours, seen as a test of many providers needs it: what a
 * resource says to choose it, tokens of every kind, and faults.
 */
public interface ProviderStandIn extends AutoCloseable {

  /** The preset by which a resource chooses it. */
  String preset();

  /** What the resource says in {@code parameters}. */
  Map<String, String> parameters();

  /** What the resource says in {@code audiences}: the proof that a token is meant for us. */
  List<String> audiences();

  /** What the installation is known by at the provider, where it must ask there. */
  Optional<ClientSecret> client();

  /** What the provider says is the name of that person, in the claim that the preset reads. */
  String usernameOf(Person person);

  /** What the provider says are the person's groups; empty where it knows none. */
  List<String> groupsOf(Person person);

  /** A token of that kind; empty where the provider has no such tokens. */
  Optional<String> issue(TokenKind kind, Person person);

  /** Its servers: what they saw, and what goes wrong there. */
  StandIn server();

  /** A person's token that is right. */
  default String valid(Person person) {
    return issue(TokenKind.VALID, person).orElseThrow();
  }

  /** From now on that goes wrong at all its hosts. */
  default void fail(Fault fault) {
    server().fail(fault);
  }

  /** Everything is as it should be again. */
  default void heal() {
    server().heal();
  }

  default Seen seen() {
    return server().seen();
  }

  @Override
  default void close() {
    server().stop();
  }
}
