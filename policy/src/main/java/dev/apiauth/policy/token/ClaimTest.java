package dev.apiauth.policy.token;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A question to a token's claims, as presets write it. */
public sealed interface ClaimTest {

  /** Whether the claims answer it with yes. */
  boolean holds(TokenClaims claims);

  /** The claim that is asked about. */
  ClaimPath claim();

  /** The claim is there and says something: {@code null} says nothing. */
  record Present(ClaimPath claim) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.at(claim).filter(value -> !value.isNull()).isPresent();
    }
  }

  /** The claim is not there, or {@code null}. */
  record Absent(ClaimPath claim) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.at(claim).filter(value -> !value.isNull()).isEmpty();
    }
  }

  /** The claim is exactly this string. */
  record Equals(ClaimPath claim, String value) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.string(claim).filter(value::equals).isPresent();
    }
  }

  /** The claim is one of these: a text, a whole number by its digits, or a JSON boolean. */
  record OneOf(ClaimPath claim, Set<String> anyOf) implements ClaimTest {

    /** Keeps a copy. */
    public OneOf {
      anyOf = Set.copyOf(anyOf);
    }

    @Override
    public boolean holds(TokenClaims claims) {
      return claims
          .at(claim)
          .flatMap(value -> value.text().or(() -> value.bool().map(String::valueOf)))
          .filter(anyOf::contains)
          .isPresent();
    }
  }

  /** The claim is the JSON value true: neither a text nor a number that could mean it (I2). */
  record True(ClaimPath claim) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.at(claim).flatMap(JsonValue::bool).orElse(false);
    }
  }

  /** The claim is not there, or exactly this string but for case: what may be left unsaid. */
  record AbsentOrEquals(ClaimPath claim, String value) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.at(claim).isEmpty()
          || claims.string(claim).filter(value::equalsIgnoreCase).isPresent();
    }
  }

  /** The claim is a string that begins so, compared without case. */
  record StartsWith(ClaimPath claim, String prefix) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.string(claim).filter(this::begins).isPresent();
    }

    private boolean begins(String text) {
      return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
  }

  /** The claim is a string that ends so, compared without case. */
  record EndsWith(ClaimPath claim, String suffix) implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      return claims.string(claim).filter(this::ends).isPresent();
    }

    private boolean ends(String text) {
      return text.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The claim is a string made of {@code prefix}, the string of the {@code other} claim, and {@code
   * suffix}, compared without case: Keycloak's {@code preferred_username} is {@code
   * service-account-} and the {@code azp}; Cognito's {@code sub} is the {@code client_id}, with
   * nothing around it.
   */
  record Spells(ClaimPath claim, String prefix, ClaimPath other, String suffix)
      implements ClaimTest {
    @Override
    public boolean holds(TokenClaims claims) {
      Optional<String> spelled = claims.string(other).map(text -> prefix + text + suffix);
      return claims
          .string(claim)
          .filter(text -> spelled.filter(text::equalsIgnoreCase).isPresent())
          .isPresent();
    }
  }
}
