package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
import dev.apiauth.policy.document.VerificationDocument.CompletionDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import dev.apiauth.policy.spec.TokensSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a provider's tokens are proven: what the preset says, with what the resource overrides. */
final class VerificationResolver {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final ProviderSpec spec;
  private final List<String> issuers;

  VerificationResolver(ProviderSpec spec, List<String> issuers) {
    this.spec = spec;
    this.issuers = issuers;
  }

  /**
   * Overrides.
   *
   * @param preset with its parameters filled in
   */
  VerificationDocument resolve(VerificationDocument preset) {
    return switch (preset) {
      case VerificationDocument.Jwt jwt ->
          new VerificationDocument.Jwt(
              keys(jwt.keys()),
              accessToken(spec.tokens(), jwt.accessToken()),
              algorithms(spec.tokens(), jwt.algorithms()),
              completion(jwt.completion()));
      case VerificationDocument.Introspection asked ->
          new VerificationDocument.Introspection(
              endpoint(spec.introspectionURL(), asked.endpoint()));
      case VerificationDocument.UserInfo asked ->
          new VerificationDocument.UserInfo(endpoint(spec.userInfoURL(), asked.endpoint()));
      case VerificationDocument.Check asked -> asked;
    };
  }

  private KeysDocument keys(KeysDocument preset) {
    if (spec.jwks() != null) return new KeysDocument(null, null, spec.jwks());
    if (spec.jwksURL() != null) return new KeysDocument(null, spec.jwksURL(), null);
    if (spec.discoveryURL() != null) return new KeysDocument(spec.discoveryURL(), null, null);
    return preset.discoveryURL() == null && preset.jwksURL() == null
        ? new KeysDocument(discoveryBelow(issuers.getFirst()), null, null)
        : preset;
  }

  /** OpenID Connect Discovery 1.0, section 4.1: a slash that ends the issuer is not doubled. */
  private static String discoveryBelow(String issuer) {
    return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY;
  }

  private EndpointDocument endpoint(@Nullable String written, EndpointDocument preset) {
    if (written != null) return new EndpointDocument(written, null);
    return spec.discoveryURL() == null ? preset : new EndpointDocument(null, spec.discoveryURL());
  }

  /** Without a client nobody can be asked, and a token that leaves claims out is refused. */
  private @Nullable CompletionDocument completion(@Nullable CompletionDocument preset) {
    if (preset == null || spec.client() == null) return null;
    return new CompletionDocument(
        preset.lacking(), endpoint(spec.introspectionURL(), preset.endpoint()));
  }

  private static AccessTokenDocument accessToken(
      @Nullable TokensSpec spec, AccessTokenDocument preset) {
    TokenTyp typ = spec == null ? null : spec.typ();
    return typ == null ? preset : new AccessTokenDocument(typ, preset.anyOf());
  }

  private static List<SignatureAlgorithm> algorithms(
      @Nullable TokensSpec spec, List<SignatureAlgorithm> preset) {
    List<SignatureAlgorithm> chosen = spec == null ? null : spec.algorithms();
    return chosen == null ? preset : chosen;
  }
}
