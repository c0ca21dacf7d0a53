package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AccessTokenDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestType;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsEncoding;
import dev.apiauth.policy.document.ProviderDocument.KeysDocument;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.ProviderDocument.ScopesDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.spec.GroupsClaimSpec;
import dev.apiauth.policy.spec.KeysSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import dev.apiauth.policy.spec.TokensSpec;
import dev.apiauth.policy.spec.UsernameSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the providers that a user wrote to providers with everything filled in. */
final class ProviderResolver {

  private static final List<SignatureAlgorithm> EVERY_ALGORITHM =
      List.of(SignatureAlgorithm.values());
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final PresetCatalog catalog;
  private final EndpointCheck endpoints;

  ProviderResolver(PresetCatalog catalog, EndpointCheck endpoints) {
    this.catalog = catalog;
    this.endpoints = endpoints;
  }

  List<ProviderDocument> resolve(List<ProviderSpec> specs, Findings findings) {
    var resolved = new ArrayList<ProviderDocument>();
    var issuers = new HashMap<String, String>();
    for (int at = 0; at < specs.size(); at++) {
      ProviderSpec spec = specs.get(at);
      String field = "spec.providers[%d]".formatted(at);
      Optional<ProviderDocument> provider = resolve(spec, field, findings);
      if (provider.isEmpty()) continue;
      issuerIsNew(provider.get(), issuerField(spec, field), issuers, findings);
      resolved.add(provider.get());
    }
    return resolved;
  }

  private static String issuerField(ProviderSpec spec, String field) {
    return spec.issuer() == null ? field + ".parameters" : field + ".issuer";
  }

  private static void issuerIsNew(
      ProviderDocument provider, String field, Map<String, String> issuers, Findings findings) {
    String other = issuers.putIfAbsent(provider.issuer(), provider.name());
    if (other == null) return;
    findings.error(
        field,
        "the issuer %s is already provider %s's".formatted(provider.issuer(), other),
        "A token goes to exactly one provider. Merge the two, or give one another issuer");
  }

  private Optional<ProviderDocument> resolve(ProviderSpec spec, String field, Findings findings) {
    UsernameTransformCheck.check(spec.username(), field, findings);
    InlineKeysCheck.check(spec.jwks(), field, findings);
    Optional<ProviderPreset> preset = preset(spec, field, findings);
    if (preset.isEmpty()) return Optional.empty();
    Optional<PresetParameters> parameters =
        PresetParameters.of(preset.get(), spec.parameters(), field + ".parameters", findings);
    if (parameters.isEmpty()) return Optional.empty();
    ProviderDocument document = document(spec, preset.get(), parameters.get());
    endpoints.check(spec, document, field, findings);
    return Optional.of(document);
  }

  /** What is known about the provider; for one that is written out in full, next to nothing. */
  private Optional<ProviderPreset> preset(ProviderSpec spec, String field, Findings findings) {
    String name = spec.preset();
    if (name == null) return Optional.of(writtenInFull());
    Optional<ProviderPreset> preset = catalog.provider(name);
    if (preset.isEmpty()) {
      findings.error(
          field + ".preset",
          "there is no preset \"%s\"".formatted(name),
          "Choose one of %s, or write the provider in full with type: Jwt"
              .formatted(String.join(", ", catalog.providers().keySet())));
    }
    return preset;
  }

  private static ProviderPreset writtenInFull() {
    return new ProviderPreset(
        "",
        List.of(),
        "",
        null,
        "aud",
        new AccessTokenDocument(TokenTyp.AtJwt, null, null),
        EVERY_ALGORITHM,
        "scope",
        "",
        null,
        new ApplicationMarkDocument(
            "client_id",
            List.of(new ClaimTestDocument("sub", ClaimTestType.Spells, null, null, "client_id")),
            List.of()));
  }

  private static ProviderDocument document(
      ProviderSpec spec, ProviderPreset preset, PresetParameters parameters) {
    String issuer =
        Optional.ofNullable(spec.issuer()).orElseGet(() -> parameters.fill(preset.issuer()));
    return new ProviderDocument(
        spec.name(),
        issuer,
        keys(spec, preset.keys(), parameters, issuer),
        new AudienceDocument(preset.audience(), spec.audiences()),
        accessToken(spec.tokens(), preset.accessToken()),
        algorithms(spec.tokens(), preset.algorithms()),
        new ScopesDocument(
            preset.scopes(), spec.scopes() == null ? List.of() : spec.scopes().allOf()),
        spec.requiredClaims(),
        username(spec.username(), preset.username()),
        groups(spec.groups(), preset.groups()),
        preset.application(),
        spec.applications(),
        limits(spec.keys() == null ? KeysSpec.DEFAULT : spec.keys(), spec.tokens()));
  }

  private static KeysDocument keys(
      ProviderSpec spec,
      @Nullable KeysDocument preset,
      PresetParameters parameters,
      String issuer) {
    if (spec.jwks() != null) return new KeysDocument(null, null, spec.jwks());
    if (spec.jwksURL() != null) return new KeysDocument(null, spec.jwksURL(), null);
    if (spec.discoveryURL() != null) return new KeysDocument(spec.discoveryURL(), null, null);
    if (preset == null) return new KeysDocument(discoveryBelow(issuer), null, null);
    return new KeysDocument(
        parameters.fillOptional(preset.discoveryURL()),
        parameters.fillOptional(preset.jwksURL()),
        null);
  }

  /** OpenID Connect Discovery 1.0, section 4.1: a slash that ends the issuer is not doubled. */
  private static String discoveryBelow(String issuer) {
    return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY;
  }

  private static AccessTokenDocument accessToken(
      @Nullable TokensSpec spec, AccessTokenDocument preset) {
    TokenTyp typ = spec == null ? null : spec.typ();
    return typ == null ? preset : new AccessTokenDocument(typ, preset.claim(), preset.value());
  }

  private static List<SignatureAlgorithm> algorithms(
      @Nullable TokensSpec spec, List<SignatureAlgorithm> preset) {
    List<SignatureAlgorithm> chosen = spec == null ? null : spec.algorithms();
    return chosen == null ? preset : chosen;
  }

  private static UsernameDocument username(@Nullable UsernameSpec spec, String preset) {
    if (spec == null) return new UsernameDocument(preset, List.of());
    String claim = spec.claim();
    return new UsernameDocument(claim == null ? preset : claim, spec.transform());
  }

  private static @Nullable GroupsDocument groups(
      @Nullable GroupsClaimSpec spec, @Nullable GroupsDocument preset) {
    if (spec == null) return preset;
    GroupsEncoding encoding = preset == null ? GroupsEncoding.Array : preset.encoding();
    return new GroupsDocument(spec.claim(), encoding);
  }

  private static LimitsDocument limits(KeysSpec keys, @Nullable TokensSpec tokens) {
    String maxLifetime = tokens == null ? null : tokens.maxLifetime();
    Integer maxLength = tokens == null ? null : tokens.maxLength();
    return new LimitsDocument(
        Durations.parse(keys.refreshInterval()).toSeconds(),
        Durations.parse(keys.maxStaleness()).toSeconds(),
        maxLifetime == null
            ? Duration.ofHours(24).toSeconds()
            : Durations.parse(maxLifetime).toSeconds(),
        maxLength == null ? 16_384 : maxLength);
  }
}
