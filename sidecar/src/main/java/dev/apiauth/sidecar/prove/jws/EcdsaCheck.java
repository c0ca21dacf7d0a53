package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JwsAlgorithm;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * ECDSA signatures in the JOSE form only: r and s of the curve's full length, each in 1 to n-1 (J8;
 * CVE-2022-21449). DER is refused by its length.
 *
 * @param order n, the order of the curve's base point
 * @param check the library's
 */
record EcdsaCheck(BigInteger order, SignatureCheck check) implements SignatureCheck {

  @Override
  public boolean passes(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    int half = (order.bitLength() + 7) / 8;
    return signature.length == 2 * half
        && isInRange(Arrays.copyOfRange(signature, 0, half))
        && isInRange(Arrays.copyOfRange(signature, half, 2 * half))
        && check.passes(algorithm, signingInput, signature);
  }

  private boolean isInRange(byte[] unsigned) {
    var number = new BigInteger(1, unsigned);
    return number.signum() > 0 && number.compareTo(order) < 0;
  }
}
