package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.JwsAlgorithm;
import java.util.Set;

/**
 * The check of a signature by the rules J4 to J12: an allowed algorithm, the one key that is meant,
 * a key that fits.
 *
 * <p>Refuses with {@link Reason#TOKEN_UNTRUSTED}; the finding names the check. Blocks for one
 * cryptographic operation; thread-safe.
 */
public final class StrictJws {

  private final Set<JwsAlgorithm> allowed;

  /** Allows these algorithms and no others (RFC 8725, section 3.1). */
  public StrictJws(Set<JwsAlgorithm> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** The token's algorithm, if it is allowed (J4). */
  public Outcome<JwsAlgorithm> algorithm(CompactJws token) {
    return JwsAlgorithm.named(token.header().algorithm())
        .filter(allowed::contains)
        .map(Outcome::pass)
        .orElseGet(() -> untrusted("J4: the algorithm is not allowed"));
  }

  /** Selects the key among {@code keys} and checks the signature with it. */
  public Outcome<ProvenJws> verify(CompactJws token, KeySet keys) {
    return algorithm(token)
        .then(
            algorithm ->
                switch (keys.select(token.header(), algorithm)) {
                  case KeySelection.Chosen(VerificationKey key) -> verify(token, algorithm, key);
                  case KeySelection.Unknown() -> untrusted("J12: the key is unknown");
                  case KeySelection.Unfit(String because) -> untrusted(because);
                });
  }

  /** Checks the signature with the selected key. */
  public Outcome<ProvenJws> verify(CompactJws token, JwsAlgorithm algorithm, VerificationKey key) {
    return key.proves(algorithm, token.signingInput(), token.signature())
        ? Outcome.pass(new ProvenJws(token, key))
        : untrusted("the signature is not the key's");
  }

  /** A refusal as untrusted; {@code finding} goes to the audit line only. */
  public static <T> Outcome<T> untrusted(String finding) {
    return Refusal.of(Reason.TOKEN_UNTRUSTED).finding(finding).asOutcome();
  }
}
