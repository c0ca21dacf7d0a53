package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
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
  private final PresetParameters parameters;
  private final List<String> issuers;

  VerificationResolver(ProviderSpec spec, PresetParameters parameters, List<String> issuers) {
    this.spec = spec;
    this.parameters = parameters;
    this.issuers = issuers;
  }

  VerificationDocument resolve(VerificationDocument preset) {
    return switch (preset) {
      case VerificationDocument.Jwt jwt ->
          new VerificationDocument.Jwt(
              keys(jwt.keys()),
              accessToken(spec.tokens(), jwt.accessToken()),
              algorithms(spec.tokens(), jwt.algorithms()),
              jwt.completion());
      case VerificationDocument.Introspection asked ->
          new VerificationDocument.Introspection(
              endpoint(spec.introspectionURL(), asked.endpoint()));
      case VerificationDocument.UserInfo asked ->
          new VerificationDocument.UserInfo(endpoint(spec.userInfoURL(), asked.endpoint()));
      case VerificationDocument.Check asked ->
          new VerificationDocument.Check(
              filled(asked.call()), asked.valid(), asked.refusedStatuses(), asked.expiry());
    };
  }

  private KeysDocument keys(KeysDocument preset) {
    if (spec.jwks() != null) return new KeysDocument(null, null, spec.jwks());
    if (spec.jwksURL() != null) return new KeysDocument(null, spec.jwksURL(), null);
    if (spec.discoveryURL() != null) return new KeysDocument(spec.discoveryURL(), null, null);
    String discoveryURL = parameters.fillOptional(preset.discoveryURL());
    String jwksURL = parameters.fillOptional(preset.jwksURL());
    return discoveryURL == null && jwksURL == null
        ? new KeysDocument(discoveryBelow(issuers.getFirst()), null, null)
        : new KeysDocument(discoveryURL, jwksURL, null);
  }

  /** OpenID Connect Discovery 1.0, section 4.1: a slash that ends the issuer is not doubled. */
  private static String discoveryBelow(String issuer) {
    return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY;
  }

  private EndpointDocument endpoint(@Nullable String written, EndpointDocument preset) {
    if (written != null) return new EndpointDocument(written, null);
    if (spec.discoveryURL() != null) return new EndpointDocument(null, spec.discoveryURL());
    return new EndpointDocument(
        parameters.fillOptional(preset.url()), parameters.fillOptional(preset.discoveryURL()));
  }

  private CallDocument filled(CallDocument call) {
    return new CallDocument(
        parameters.fill(call.url()),
        call.method(),
        call.token(),
        call.client(),
        call.headers(),
        call.parameters());
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
