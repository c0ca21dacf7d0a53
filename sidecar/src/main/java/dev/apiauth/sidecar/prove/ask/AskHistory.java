package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.sidecar.prove.keys.ProviderState;
import dev.apiauth.sidecar.prove.keys.ProviderState.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * How asking a provider went lately. Immutable; replaced as a whole, so that readers need no lock.
 *
 * @param last how it went last
 * @param lastSuccess when the provider last answered
 * @param lastError why it did not, if it did not last
 */
record AskHistory(Last last, Optional<Instant> lastSuccess, Optional<String> lastError) {

  /** What happened last. */
  enum Last {
    NOTHING,
    /** A question was answered, or nothing was asked yet and the provider is there. */
    ANSWERED,
    /** A question was not answered. */
    FAILED,
    /** The provider is not there. */
    ABSENT
  }

  static final AskHistory NONE = new AskHistory(Last.NOTHING, Optional.empty(), Optional.empty());

  AskHistory answered(Instant now) {
    return new AskHistory(Last.ANSWERED, Optional.of(now), Optional.empty());
  }

  AskHistory failed(String because) {
    return new AskHistory(Last.FAILED, lastSuccess, Optional.of(because));
  }

  /**
   * A look at whether the provider is there. That it is says nothing against a question that it
   * failed to answer.
   */
  AskHistory probed(Optional<String> absence) {
    if (absence.isPresent()) return new AskHistory(Last.ABSENT, lastSuccess, absence);
    return last == Last.FAILED
        ? this
        : new AskHistory(Last.ANSWERED, lastSuccess, Optional.empty());
  }

  /** Whether it is worth a look. */
  boolean isInDoubt() {
    return last != Last.ANSWERED;
  }

  /** In the words of status and metrics; a failure is silence only once questions are held back. */
  ProviderState state(String name, CircuitBreaker breaker) {
    return new ProviderState(name, condition(breaker), 0, lastSuccess, error());
  }

  private Condition condition(CircuitBreaker breaker) {
    return switch (last) {
      case ANSWERED -> Condition.READY;
      case FAILED -> breaker.isOpen() ? Condition.SILENT : Condition.STALE;
      case NOTHING, ABSENT -> Condition.SILENT;
    };
  }

  private Optional<String> error() {
    return lastError.map(because -> "The provider gave no answer: %s.".formatted(because));
  }
}
