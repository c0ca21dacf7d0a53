package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
import dev.apiauth.policy.document.VerificationDocument.ExpiryDocument;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import dev.apiauth.policy.token.AccessTokenMark;
import dev.apiauth.policy.token.AnswerRules;
import dev.apiauth.policy.token.AudienceProof;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.ClaimTest;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.policy.token.LookupRules;
import dev.apiauth.policy.token.RequiredClaim;
import dev.apiauth.policy.token.TokenExpiry;
import dev.apiauth.policy.token.TokenRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles how a provider's tokens are proven. */
final class VerificationCompiler {

  /**
   * RFC 7662, section 2.2: the JSON value true, and nothing that could mean it (I2); no refresh
   * token and none that is bound, where the answer says (I3).
   */
  private static final List<ClaimTest> ACTIVE =
      List.of(
          new ClaimTest.True(ClaimPath.of("active")),
          new ClaimTest.AbsentOrEquals(ClaimPath.of("token_type"), "Bearer"));

  /** An answer about nobody proves nothing (I6). */
  private static final List<ClaimTest> SUBJECT =
      List.of(new ClaimTest.Present(ClaimPath.of("sub")));

  private static final ExpiryDocument BY_EXP =
      new ExpiryDocument("exp", VerificationDocument.ExpiryForm.EpochSeconds);

  private VerificationCompiler() {}

  static Verification compile(ProviderDocument provider) {
    return switch (provider.verification()) {
      case VerificationDocument.Jwt jwt -> bySignature(provider, jwt);
      case VerificationDocument.Introspection asked ->
          new Verification.ByAsking(answers(provider, ACTIVE, BY_EXP), asked);
      case VerificationDocument.Check asked ->
          new Verification.ByAsking(answers(provider, tests(asked.valid()), asked.expiry()), asked);
      case VerificationDocument.UserInfo asked ->
          new Verification.ByAsking(answers(provider, SUBJECT, null), asked);
    };
  }

  private static Verification bySignature(ProviderDocument provider, VerificationDocument.Jwt jwt) {
    return new Verification.BySignature(
        rules(provider, jwt),
        jwt.keys(),
        Optional.ofNullable(jwt.completion()),
        Optional.ofNullable(jwt.completion()).map(asked -> answers(provider, ACTIVE, BY_EXP)));
  }

  private static TokenRules rules(ProviderDocument provider, VerificationDocument.Jwt jwt) {
    if (provider.audience() == null) {
      throw new IllegalArgumentException(provider.name() + " proves no audience");
    }
    return new TokenRules(
        Set.copyOf(provider.issuers()),
        proof(provider).filter(proof -> !waits(provider, proof.claim())),
        mark(jwt.accessToken()),
        jwt.algorithms().stream()
            .map(VerificationCompiler::algorithm)
            .collect(Collectors.toUnmodifiableSet()),
        required(provider),
        Duration.ofSeconds(provider.limits().maxLifetimeSeconds()),
        provider.limits().maxLength(),
        TokenRules.DEFAULT_CLOCK_SKEW);
  }

  private static AnswerRules answers(
      ProviderDocument provider, List<ClaimTest> valid, @Nullable ExpiryDocument expiry) {
    return new AnswerRules(
        Set.copyOf(provider.issuers()),
        proof(provider).filter(proof -> !waits(provider, proof.claim())),
        valid,
        Optional.ofNullable(expiry).map(VerificationCompiler::expiry),
        required(provider),
        provider.limits().maxLength(),
        TokenRules.DEFAULT_CLOCK_SKEW);
  }

  private static List<ClaimTest> tests(List<ClaimTestDocument> tests) {
    return tests.stream().map(ProviderCompiler::test).toList();
  }

  /** The rules that speak of what the provider adds; they wait until it was asked. */
  static LookupRules lookupRules(ProviderDocument provider) {
    return new LookupRules(
        proof(provider).filter(proof -> waits(provider, proof.claim())),
        allRequired(provider).filter(required -> waits(provider, required.claim())).toList());
  }

  /** A token that may be completed may lack any claim, its audience too. */
  private static boolean waits(ProviderDocument provider, ClaimPath claim) {
    boolean isCompleted =
        provider.verification() instanceof VerificationDocument.Jwt jwt && jwt.completion() != null;
    return isCompleted || isLookedUp(provider, claim);
  }

  private static boolean isLookedUp(ProviderDocument provider, ClaimPath claim) {
    return provider.lookups().stream().map(LookupDocument::name).anyMatch(claim::leadsInto);
  }

  private static Optional<AudienceProof> proof(ProviderDocument provider) {
    AudienceDocument audience = provider.audience();
    return audience == null
        ? Optional.empty()
        : Optional.of(
            new AudienceProof(ClaimPath.of(audience.claim()), Set.copyOf(audience.anyOf())));
  }

  private static TokenExpiry expiry(ExpiryDocument expiry) {
    return new TokenExpiry(
        ClaimPath.of(expiry.claim()),
        switch (expiry.form()) {
          case EpochSeconds -> TokenExpiry.Form.EPOCH_SECONDS;
          case SecondsLeft -> TokenExpiry.Form.SECONDS_LEFT;
          case Rfc3339 -> TokenExpiry.Form.RFC_3339;
        });
  }

  private static AccessTokenMark mark(AccessTokenDocument accessToken) {
    if (accessToken.typ() == TokenTyp.AtJwt) return new AccessTokenMark.TypedHeader();
    return accessToken.anyOf().isEmpty()
        ? new AccessTokenMark.NoForeignClaims()
        : new AccessTokenMark.OneOf(
            accessToken.anyOf().stream().map(ProviderCompiler::test).toList());
  }

  private static JwsAlgorithm algorithm(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case EdDSA -> JwsAlgorithm.ED25519;
      default -> JwsAlgorithm.valueOf(algorithm.name());
    };
  }

  private static List<RequiredClaim> required(ProviderDocument provider) {
    return allRequired(provider).filter(required -> !waits(provider, required.claim())).toList();
  }

  private static Stream<RequiredClaim> allRequired(ProviderDocument provider) {
    return provider.requiredClaims().stream().map(VerificationCompiler::required);
  }

  private static RequiredClaim required(RequiredClaimSpec required) {
    return new RequiredClaim(ClaimPath.of(required.claim()), Set.copyOf(required.anyOf()));
  }
}
