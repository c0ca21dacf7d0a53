package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.Test;

class AGrownKeyIsTheSameEveryTime {

  @Test
  void fromOneSeed() {
    var key = SigningKey.grown("RS256", "seed");

    assertThat(SigningKey.grown("RS256", "seed").publicJwk()).isEqualTo(key.publicJwk());
    assertThat(SigningKey.grown("RS256", "weed").publicJwk()).isNotEqualTo(key.publicJwk());
  }

  @Test
  void andCanBeWrittenDown() throws Exception {
    var key = SigningKey.grown("RS256", "seed");

    var read = JWK.parseFromPEMEncodedObjects(key.privateKeyPem()).toRSAKey();
    assertThat(read.toPrivateKey()).isEqualTo(key.keys().getPrivate());
  }
}
