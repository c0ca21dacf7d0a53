package dev.apiauth.policy.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a provider's tokens are proven. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VerificationDocument.Jwt.class, name = "Jwt"),
  @JsonSubTypes.Type(value = VerificationDocument.Introspection.class, name = "Introspection"),
  @JsonSubTypes.Type(value = VerificationDocument.Check.class, name = "Check"),
  @JsonSubTypes.Type(value = VerificationDocument.UserInfo.class, name = "UserInfo")
})
public sealed interface VerificationDocument {

  /**
   * By its signature.
   *
   * @param keys where the public keys are
   * @param accessToken what tells an access token from every other token of the provider
   * @param algorithms the signature algorithms that are accepted
   * @param completion where claims are asked for that a lightweight token leaves out; absent where
   *     a token is taken as it is
   */
  record Jwt(
      KeysDocument keys,
      AccessTokenDocument accessToken,
      List<SignatureAlgorithm> algorithms,
      @Nullable CompletionDocument completion)
      implements VerificationDocument {

    /** The list is copied; keys and mark are there. */
    public Jwt {
      Objects.requireNonNull(keys, "keys");
      Objects.requireNonNull(accessToken, "accessToken");
      algorithms = List.copyOf(algorithms);
    }
  }

  /**
   * By introspection (RFC 7662).
   *
   * @param endpoint where the provider is asked
   */
  record Introspection(EndpointDocument endpoint) implements VerificationDocument {}

  /**
   * By an endpoint of the provider's own.
   *
   * @param call how the provider is asked
   * @param valid what the answer must say of a good token, all of it
   * @param refusedStatuses the HTTP statuses that mean a bad token
   * @param expiry how the answer tells when the token ends; absent where it does not
   */
  record Check(
      CallDocument call,
      List<ClaimTestDocument> valid,
      List<Integer> refusedStatuses,
      @Nullable ExpiryDocument expiry)
      implements VerificationDocument {

    /** Lists are copied. */
    public Check {
      Objects.requireNonNull(call, "call");
      valid = List.copyOf(valid);
      refusedStatuses = List.copyOf(refusedStatuses);
    }
  }

  /**
   * By the user that the provider tells for it (OpenID Connect Core 1.0, section 5.3).
   *
   * @param endpoint where the provider is asked
   */
  record UserInfo(EndpointDocument endpoint) implements VerificationDocument {}

  /**
   * Where public keys are: exactly one of the three is there.
   *
   * @param discoveryURL the provider's own description of itself
   * @param jwksURL the key set
   * @param jwks the keys themselves
   */
  record KeysDocument(
      @Nullable String discoveryURL, @Nullable String jwksURL, @Nullable String jwks) {}

  /**
   * What tells an access token from an ID token and others.
   *
   * @param typ which JOSE header {@code typ} is accepted
   * @param anyOf what only access tokens say, such as Cognito's {@code token_use}; one of these
   *     must hold. Empty where no claim decides
   */
  record AccessTokenDocument(TokenTyp typ, List<ClaimTestDocument> anyOf) {

    /** An absent list is empty. */
    public AccessTokenDocument {
      anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
    }
  }

  /**
   * What is done with a good JWT that leaves claims out (Keycloak's lightweight access tokens).
   *
   * @param lacking if this claim is not there, the provider is asked
   * @param endpoint where, by introspection; its answer takes the place of the token's claims, and
   *     every rule is applied to it too
   */
  record CompletionDocument(String lacking, EndpointDocument endpoint) {}

  /**
   * Where a provider is asked: exactly one of the two is there.
   *
   * @param url the endpoint itself
   * @param discoveryURL the provider's description of itself, which names the endpoint
   */
  record EndpointDocument(@Nullable String url, @Nullable String discoveryURL) {}

  /**
   * How an answer tells when a token ends.
   *
   * @param claim where
   * @param form as what
   */
  record ExpiryDocument(String claim, ExpiryForm form) {}

  /** How the end of a token is written. */
  enum ExpiryForm {
    /** Seconds since 1970, as a number or as text of digits; 0 or absent for never. */
    EpochSeconds,
    /** Seconds that are left, as a number or as text of digits; absent for never. */
    SecondsLeft,
    /** A time in RFC 3339 form; {@code null} or absent for never. */
    Rfc3339
  }
}
