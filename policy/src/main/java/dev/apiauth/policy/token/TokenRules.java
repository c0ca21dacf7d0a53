package dev.apiauth.policy.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one provider's tokens must look like and say. The compiled form: presets and resource have
 * been merged, nothing is looked up any more.
 *
 * @param issuers one of which {@code iss} must be, byte for byte (J18)
 * @param audience the proof that the token is meant for this service (J19); empty where it is
 *     looked for later, in what the provider adds to the token
 * @param mark what tells an access token from the provider's other tokens (A1, A9)
 * @param algorithms the signature algorithms that are accepted (J4)
 * @param requiredClaims all of which must hold
 * @param maxLifetime the longest time from {@code iat} to {@code exp} (J20)
 * @param maxLength of the token as sent, in characters (J20)
 * @param clockSkew how far the provider's clock and ours may differ (J17)
 */
public record TokenRules(
    Set<String> issuers,
    Optional<AudienceProof> audience,
    AccessTokenMark mark,
    Set<JwsAlgorithm> algorithms,
    List<RequiredClaim> requiredClaims,
    Duration maxLifetime,
    int maxLength,
    Duration clockSkew) {

  /** A day: long enough for every provider's default, short enough for a leaked one. */
  public static final Duration DEFAULT_MAX_LIFETIME = Duration.ofHours(24);

  /** 16 KiB, which is also as long as a request line may be. */
  public static final int DEFAULT_MAX_LENGTH = 16 * 1024;

  /** A minute, as Envoy and Nimbus have it. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(60);

  /** Keeps copies. */
  public TokenRules {
    issuers = Set.copyOf(issuers);
    algorithms = Set.copyOf(algorithms);
    requiredClaims = List.copyOf(requiredClaims);
  }

  /** The rules with every default: asymmetric algorithms, a day, 16 KiB, a minute. */
  public static TokenRules of(String issuer, AudienceProof audience, AccessTokenMark mark) {
    return new TokenRules(
        Set.of(issuer),
        Optional.of(audience),
        mark,
        JwsAlgorithm.ASYMMETRIC,
        List.of(),
        DEFAULT_MAX_LIFETIME,
        DEFAULT_MAX_LENGTH,
        DEFAULT_CLOCK_SKEW);
  }

  /** The same rules with these required claims. */
  public TokenRules requiring(List<RequiredClaim> claims) {
    return new TokenRules(
        issuers, audience, mark, algorithms, claims, maxLifetime, maxLength, clockSkew);
  }

  /** The same rules with these algorithms only. */
  public TokenRules signedWith(Set<JwsAlgorithm> accepted) {
    return new TokenRules(
        issuers, audience, mark, accepted, requiredClaims, maxLifetime, maxLength, clockSkew);
  }
}
