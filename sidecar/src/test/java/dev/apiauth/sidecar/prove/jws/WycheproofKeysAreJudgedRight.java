package dev.apiauth.sidecar.prove.jws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.prove.jws.JwsVectors.Vector;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * J5 to J7, J12, J13: weak, misused, mixed and ambiguous keys, by Wycheproof's tests of keys and of
 * whole libraries (its JWE tests are not ours).
 */
class WycheproofKeysAreJudgedRight {

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void asLabelled(Vector vector) {
    assertThat(vector.isAccepted()).isEqualTo(vector.result().equals("valid"));
  }

  @Test
  void noneIsForgotten() throws IOException {
    assertThat(JwsVectors.wycheproof("json_web_key_test.json")).hasSize(26);
    assertThat(JwsVectors.wycheproof("json_web_crypto_test.json")).hasSize(49);
  }

  static Stream<Vector> vectors() throws IOException {
    return Stream.concat(
        JwsVectors.wycheproof("json_web_key_test.json").stream(),
        JwsVectors.wycheproof("json_web_crypto_test.json").stream());
  }
}
