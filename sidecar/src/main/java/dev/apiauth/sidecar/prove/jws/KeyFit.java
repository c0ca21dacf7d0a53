package dev.apiauth.sidecar.prove.jws;

import com.nimbusds.jose.jwk.Curve;
import dev.apiauth.policy.token.JwsAlgorithm;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which algorithms a key fits by its nature (J5; RFC 7518, sections 3.2 to 3.5). */
final class KeyFit {

  static final Set<JwsAlgorithm> RSA =
      Set.copyOf(EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.PS512));

  private static final Map<Curve, JwsAlgorithm> CURVES =
      Map.of(
          Curve.P_256, JwsAlgorithm.ES256,
          Curve.P_384, JwsAlgorithm.ES384,
          Curve.P_521, JwsAlgorithm.ES512);

  /** The bits of a secret that is as long as the digest. */
  private static final Map<JwsAlgorithm, Integer> SECRET_BITS =
      Map.of(JwsAlgorithm.HS256, 256, JwsAlgorithm.HS384, 384, JwsAlgorithm.HS512, 512);

  private KeyFit() {}

  static Optional<JwsAlgorithm> ofCurve(Curve curve) {
    return Optional.ofNullable(CURVES.get(curve));
  }

  static Set<JwsAlgorithm> ofSecret(int bits) {
    return SECRET_BITS.entrySet().stream()
        .filter(needed -> bits >= needed.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Those of {@code fit} that the key's {@code alg} allows: all where there is none, none where it
   * names something else.
   */
  static Set<JwsAlgorithm> narrowed(Set<JwsAlgorithm> fit, Optional<String> alg) {
    if (alg.isEmpty()) {
      return fit;
    }
    return JwsAlgorithm.named(alg.get()).filter(fit::contains).map(Set::of).orElse(Set.of());
  }
}
