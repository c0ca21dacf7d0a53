package dev.apiauth.sidecar.prove.jws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.apiauth.policy.token.JwsAlgorithm;

/**
 * The library's check. It gets a header of our own making with nothing but the algorithm in it:
 * what the token's header says was judged before.
 */
record NimbusCheck(JWSVerifier verifier) implements SignatureCheck {

  @Override
  public boolean passes(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    var header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
    try {
      return verifier.verify(header, signingInput, Base64URL.encode(signature));
    } catch (JOSEException unfit) {
      return false;
    }
  }
}
