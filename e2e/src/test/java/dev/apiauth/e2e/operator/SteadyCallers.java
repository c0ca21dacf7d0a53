package dev.apiauth.e2e.operator;

import dev.apiauth.testkit.process.Pauses;
import dev.apiauth.testkit.scenario.Client;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Four callers that call without a break, and how each was answered: equal answers in a row are
 * kept as one.
 */
final class SteadyCallers implements AutoCloseable {

  /** Who calls. */
  enum Caller {
    NOBODY,
    BY_PASSWORD,
    ALICE,
    CAROL
  }

  /** What stands for a call that was not answered at all. */
  static final int NO_ANSWER = 0;

  private static final String PATH = "/rest/api/2/project";
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(20);

  private final Map<Caller, List<Integer>> answers = new EnumMap<>(Caller.class);
  private final Client client;
  private final Tokens tokens;
  private final Thread thread = Thread.ofPlatform().name("callers").unstarted(this::callOn);
  private volatile boolean closing;
  private final AtomicInteger rounds = new AtomicInteger();

  private SteadyCallers(Client client, Tokens tokens) {
    this.client = client;
    this.tokens = tokens;
    for (Caller caller : Caller.values()) answers.put(caller, new ArrayList<>());
  }

  /** Begins at once. */
  static SteadyCallers begin(Client client, Tokens tokens) {
    var callers = new SteadyCallers(client, tokens);
    callers.thread.start();
    return callers;
  }

  private void callOn() {
    while (!closing) {
      for (Caller caller : Caller.values()) note(caller, answer(caller));
      rounds.incrementAndGet();
      Pauses.pause(BETWEEN_ROUNDS);
    }
  }

  private int answer(Caller caller) {
    try {
      return credential(caller).apply(client.get(PATH)).send().status();
    } catch (UncheckedIOException lost) {
      return NO_ANSWER;
    }
  }

  private UnaryOperator<Client.Call> credential(Caller caller) {
    return switch (caller) {
      case NOBODY -> call -> call;
      case BY_PASSWORD -> call -> call.basic("alice", "anything");
      case ALICE -> call -> call.bearer(tokens.of("alice"));
      case CAROL -> call -> call.bearer(tokens.of("carol"));
    };
  }

  private synchronized void note(Caller caller, int status) {
    List<Integer> known = of(caller);
    if (known.isEmpty() || known.getLast() != status) known.add(status);
  }

  private List<Integer> of(Caller caller) {
    return Objects.requireNonNull(answers.get(caller));
  }

  /** Every change of a caller's answers, from the first one on. */
  synchronized List<Integer> answers(Caller caller) {
    return List.copyOf(of(caller));
  }

  /** What a caller was answered last. */
  synchronized int lastAnswer(Caller caller) {
    return of(caller).getLast();
  }

  /** How often all of them have called. */
  int rounds() {
    return rounds.get();
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
