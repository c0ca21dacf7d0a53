package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsEncoding;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.ProviderDocument.ScopesDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.spec.CacheSpec;
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
      issuersAreNew(provider.get(), issuerField(spec, field), issuers, findings);
      resolved.add(provider.get());
    }
    return resolved;
  }

  private static String issuerField(ProviderSpec spec, String field) {
    return spec.issuer() == null ? field + ".parameters" : field + ".issuer";
  }

  private static void issuersAreNew(
      ProviderDocument provider, String field, Map<String, String> owners, Findings findings) {
    for (String issuer : provider.issuers()) {
      String other = owners.putIfAbsent(issuer, provider.name());
      if (other == null) continue;
      findings.error(
          field,
          "the issuer %s is already provider %s's".formatted(issuer, other),
          "A token goes to exactly one provider. Merge the two, or give one another issuer");
    }
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
        List.of(),
        List.of(),
        new VerificationDocument.Jwt(
            new KeysDocument(null, null, null),
            new AccessTokenDocument(TokenTyp.AtJwt, List.of()),
            EVERY_ALGORITHM,
            null),
        "aud",
        "scope",
        "",
        null,
        new ApplicationMarkDocument(
            List.of("client_id"), List.of(ClaimTestDocument.same("sub", "client_id")), List.of()),
        List.of());
  }

  private static ProviderDocument document(
      ProviderSpec spec, ProviderPreset preset, PresetParameters parameters) {
    List<String> issuers = issuers(spec, preset, parameters);
    return new ProviderDocument(
        spec.name(),
        issuers,
        preset.prefixes(),
        new VerificationResolver(spec, parameters, issuers).resolve(preset.verification()),
        new AudienceDocument(preset.audience(), spec.audiences()),
        new ScopesDocument(
            preset.scopes(), spec.scopes() == null ? List.of() : spec.scopes().allOf()),
        spec.requiredClaims(),
        username(spec.username(), preset.username()),
        groups(spec.groups(), preset.groups()),
        preset.application(),
        spec.applications(),
        preset.lookups(),
        null,
        limits(spec));
  }

  private static List<String> issuers(
      ProviderSpec spec, ProviderPreset preset, PresetParameters parameters) {
    String written = spec.issuer();
    return written == null
        ? preset.issuers().stream().map(parameters::fill).toList()
        : List.of(written);
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
    String claim = spec.claim();
    if (claim == null) return preset;
    return new GroupsDocument(claim, encoding, List.of());
  }

  private static LimitsDocument limits(ProviderSpec spec) {
    KeysSpec keys = spec.keys() == null ? KeysSpec.DEFAULT : spec.keys();
    CacheSpec cache = spec.cache() == null ? CacheSpec.DEFAULT : spec.cache();
    TokensSpec tokens = spec.tokens();
    String maxLifetime = tokens == null ? null : tokens.maxLifetime();
    Integer maxLength = tokens == null ? null : tokens.maxLength();
    return new LimitsDocument(
        seconds(keys.refreshInterval()),
        seconds(keys.maxStaleness()),
        maxLifetime == null ? Duration.ofHours(24).toSeconds() : seconds(maxLifetime),
        maxLength == null ? 16_384 : maxLength,
        seconds(cache.positiveTTL()),
        seconds(cache.negativeTTL()));
  }

  private static long seconds(String duration) {
    return Durations.parse(duration).toSeconds();
  }
}
