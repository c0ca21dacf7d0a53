package dev.apiauth.sidecar.prove.jws;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recognises RSA keys whose factors can be computed (ROCA, CVE-2017-15361; "The Return of
 * Coppersmith's Attack", 2017).
 *
 * <p>The flawed generator made primes that are powers of 65537 modulo every small prime, and so is
 * their product. A sound modulus is that by chance with a probability of about 2^-27.
 */
final class RocaFingerprint {

  private static final int LARGEST_PRIME = 167;
  private static final int GENERATOR = 65_537;

  /** The residues modulo {@code prime} that a flawed modulus can have. */
  private record Residues(int prime, BitSet possible) {

    static Residues of(int prime) {
      var possible = new BitSet(prime);
      for (int power = 1; !possible.get(power); power = power * (GENERATOR % prime) % prime) {
        possible.set(power);
      }
      return new Residues(prime, possible);
    }

    boolean matches(BigInteger modulus) {
      return possible.get(modulus.mod(BigInteger.valueOf(prime)).intValue());
    }
  }

  private static final List<Residues> SMALL_PRIMES =
      IntStream.rangeClosed(3, LARGEST_PRIME)
          .filter(number -> BigInteger.valueOf(number).isProbablePrime(32))
          .mapToObj(Residues::of)
          .toList();

  private RocaFingerprint() {}

  static boolean matches(BigInteger modulus) {
    return SMALL_PRIMES.stream().allMatch(prime -> prime.matches(modulus));
  }
}
