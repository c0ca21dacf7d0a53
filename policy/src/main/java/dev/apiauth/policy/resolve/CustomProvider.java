package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.CallDocument.TokenPlacement;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.spec.CheckSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.ProviderType;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about a provider that a resource writes out in full: next to nothing. */
final class CustomProvider {

  private static final List<SignatureAlgorithm> EVERY_ALGORITHM =
      List.of(SignatureAlgorithm.values());

  private CustomProvider() {}

  static ProviderPreset preset(ProviderSpec spec) {
    ProviderType type = Optional.ofNullable(spec.type()).orElse(ProviderType.Jwt);
    return new ProviderPreset(
        "",
        List.of(),
        List.of(),
        List.of(),
        verification(type, spec),
        "aud",
        "scope",
        List.of(),
        "",
        List.of(),
        null,
        application(type),
        null,
        List.of(),
        List.of());
  }

  private static VerificationDocument verification(ProviderType type, ProviderSpec spec) {
    var nowhere = new EndpointDocument(null, null);
    return switch (type) {
      case Jwt ->
          new VerificationDocument.Jwt(
              new KeysDocument(null, null, null),
              new AccessTokenDocument(TokenTyp.AtJwt, List.of()),
              EVERY_ALGORITHM,
              null);
      case Introspection -> new VerificationDocument.Introspection(nowhere);
      case UserInfo -> new VerificationDocument.UserInfo(nowhere);
      case ProviderCheck -> check(Objects.requireNonNull(spec.check(), "check"), spec);
    };
  }

  private static VerificationDocument check(CheckSpec check, ProviderSpec spec) {
    return new VerificationDocument.Check(
        new CallDocument(
            check.url(),
            check.method(),
            new TokenPlacement(check.token(), check.tokenField()),
            spec.client() == null ? ClientPlace.None : ClientPlace.Registered,
            new TreeMap<>(),
            new TreeMap<>()),
        check.valid().stream()
            .map(valid -> ClaimTestDocument.oneOf(valid.claim(), valid.anyOf()))
            .toList(),
        check.refusedStatuses(),
        null);
  }

  /** RFC 9068 and RFC 7662, section 2.2: in a client's own token, {@code sub} is the client. */
  private static @Nullable ApplicationMarkDocument application(ProviderType type) {
    return switch (type) {
      case Jwt, Introspection ->
          new ApplicationMarkDocument(
              List.of("client_id"), List.of(ClaimTestDocument.same("sub", "client_id")), List.of());
      case ProviderCheck, UserInfo -> null;
    };
  }
}
