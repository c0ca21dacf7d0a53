package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.sidecar.prove.JwtVerifier;
import dev.apiauth.sidecar.prove.ProviderVerifier;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A provider that is asked, with what is remembered of it. Lives as long as policies describe it in
 * the same words.
 */
final class AskedProvider implements AutoCloseable {

  private final Proof proof;
  private final Lookups lookups;
  private final RememberedAnswers answers;
  private final Guard guard;
  private final Runnable end;

  /** What the provider is asked for. */
  sealed interface Proof {

    /** Whether a token is good. */
    record OfToken(AskedTokens tokens, TokenQuestion question) implements Proof {}

    /** What a signed token leaves out. */
    record OfRest(Optional<Completion> completion) implements Proof {}
  }

  /**
   * A provider.
   *
   * @param end lets go of what was opened for it
   */
  AskedProvider(
      Proof proof, Lookups lookups, RememberedAnswers answers, Guard guard, Runnable end) {
    this.proof = proof;
    this.lookups = lookups;
    this.answers = answers;
    this.guard = guard;
    this.end = end;
  }

  /** The verifier of its tokens, by its signature where it signs. */
  ProviderVerifier verifier(Optional<JwtVerifier> signatures) {
    return switch (proof) {
      case Proof.OfToken(AskedTokens tokens, TokenQuestion question) -> tokens;
      case Proof.OfRest(Optional<Completion> completion) ->
          new CompletedTokens(signatures.orElseThrow(), completion, lookups, answers);
    };
  }

  /** Looks whether the provider is there, if there is doubt. */
  void look() {
    if (guard.isInDoubt()) probe().onSuccess(guard::probed);
  }

  private Future<Optional<String>> probe() {
    return switch (proof) {
      case Proof.OfToken(AskedTokens tokens, TokenQuestion question) -> question.probe();
      case Proof.OfRest(Optional<Completion> completion) ->
          completion
              .map(asked -> asked.question().probe())
              .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    };
  }

  ProviderState state() {
    return guard.state();
  }

  @Override
  public void close() {
    end.run();
  }
}
