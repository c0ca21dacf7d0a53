package dev.apiauth.sidecar.prove.jws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.prove.jws.JwsVectors.Vector;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 401 signature tests of Wycheproof, with the waivers that the vectors' README gives the
 * reasons for.
 */
class WycheproofSignaturesAreJudgedRight {

  /** Byte for byte the valid tc357, but labelled invalid. */
  private static final Set<Integer> SAME_AS_A_VALID_ONE = Set.of(367, 370);

  /**
   * Labelled valid, but: a PS384 token for a PS256 key, "ES521" for an algorithm, a question mark
   * in base64url.
   */
  private static final Set<Integer> RIGHTLY_REFUSED = Set.of(346, 347, 350, 351, 372, 373);

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void asLabelledOrAsWaived(Vector vector) {
    boolean valid = vector.result().equals("valid") || SAME_AS_A_VALID_ONE.contains(vector.id());

    assertThat(vector.isAccepted()).isEqualTo(valid && !RIGHTLY_REFUSED.contains(vector.id()));
  }

  @Test
  void noneIsForgotten() throws IOException {
    var vectors = JwsVectors.wycheproof("json_web_signature_test.json");

    assertThat(vectors).hasSize(401);
    assertThat(vectors.stream().filter(Vector::isAccepted)).hasSize(46 - 6 + 2);
  }

  static Stream<Vector> vectors() throws IOException {
    return JwsVectors.wycheproof("json_web_signature_test.json").stream();
  }
}
