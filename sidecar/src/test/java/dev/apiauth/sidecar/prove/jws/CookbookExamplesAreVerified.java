package dev.apiauth.sidecar.prove.jws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7520, RFC 7797 and RFC 8037. */
class CookbookExamplesAreVerified {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jws/4_1.rsa_v15_signature.json",
        "jws/4_2.rsa-pss_signature.json",
        "jws/4_3.ecdsa_signature.json",
        "jws/4_4.hmac-sha2_integrity_protection.json",
        "curve25519/jws.json"
      })
  void aCompactSignatureIsGood(String example) throws IOException {
    assertThat(JwsVectors.cookbook(example).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jws/4_5.signature_with_detached_content.json",
        "rfc7797/hmac-sha2_b64_false.json",
        "rfc7797/4.2.hmac-sha2_b64_false.json"
      })
  void detachedAndUnencodedContentIsRefused(String example) throws IOException {
    assertThat(JwsVectors.cookbook(example).isAccepted()).isFalse();
  }
}
