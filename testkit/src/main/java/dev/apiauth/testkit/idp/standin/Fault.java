package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.StubBehaviour;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong at a provider.
 *
 * @param name for test reports
 * @param behaviour of those who can be reached; empty where nobody listens
 */
public record Fault(String name, Optional<StubBehaviour> behaviour) {

  /** One gibibyte. */
  public static final long HUGE_BYTES = 1L << 30;

  /** Connections are refused. */
  public static final Fault DOWN = new Fault("down", Optional.empty());

  /** Answers 500 without content. */
  public static final Fault ERROR = answering("500", new StubBehaviour.Failing(500));

  /** Answers 429, which asks for patience without a time. */
  public static final Fault TOO_MANY = answering("429", new StubBehaviour.Failing(429));

  /** Answers 200 with text that is no JSON, and says it is. */
  public static final Fault GARBAGE = answering("garbage", new StubBehaviour.Garbage());

  /** Answers 200 with the beginning of a JSON object and a gibibyte of blanks, streamed. */
  public static final Fault HUGE = answering("1 GiB answer", new StubBehaviour.Huge(HUGE_BYTES));

  /** Any behaviour by any name. */
  public static Fault answering(String name, StubBehaviour behaviour) {
    return new Fault(name, Optional.of(behaviour));
  }

  /** Answers right, after that time. */
  public static Fault slow(Duration time) {
    return answering("slow", new StubBehaviour.Slow(time));
  }

  /** Answers 302 to another place, where nobody must go with a token. */
  public static Fault redirectTo(URI target) {
    return answering("redirect", new StubBehaviour.Redirecting(target));
  }

  /**
   * One of every kind.
   *
   * @param patience slower than which the slow one is
   * @param elsewhere where the redirect leads
   */
  public static List<Fault> everyKind(Duration patience, URI elsewhere) {
    return List.of(DOWN, slow(patience), ERROR, TOO_MANY, GARBAGE, HUGE, redirectTo(elsewhere));
  }

  @Override
  public String toString() {
    return name;
  }
}
