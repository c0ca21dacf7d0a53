package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.ProviderDocument.ScopesDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.CacheSpec;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.spec.KeysSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.TokensSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the providers that a user wrote to providers with everything filled in. */
final class ProviderResolver {

  private final PresetCatalog catalog;
  private final EndpointCheck endpoints;

  ProviderResolver(PresetCatalog catalog, EndpointCheck endpoints) {
    this.catalog = catalog;
    this.endpoints = endpoints;
  }

  ResolvedProviders resolve(AtlassianApiAuthSpec policy, SecretLookup secrets, Findings findings) {
    var resolved = new ArrayList<ResolvedProvider>();
    var routes = new TokenRouteCheck(policy, catalog.product(policy.product()), findings);
    var clients = new ClientResolver(secrets, findings);
    for (int at = 0; at < policy.providers().size(); at++) {
      ProviderSpec spec = policy.providers().get(at);
      String field = "spec.providers[%d]".formatted(at);
      Optional<ProviderDraft> draft =
          preset(spec, field, findings)
              .map(preset -> new ProviderDraft(spec, preset, policy.access().groups()));
      if (draft.isEmpty()) continue;
      ProviderChecks.check(draft.get(), field, findings);
      Optional<String> secret = clients.secret(draft.get(), field);
      document(draft.get(), field, findings)
          .ifPresent(
              document -> {
                routes.check(spec, document, field);
                resolved.add(new ResolvedProvider(document, secret));
              });
    }
    return new ResolvedProviders(resolved);
  }

  /** What is known about the provider; for one that is written out in full, next to nothing. */
  private Optional<ProviderPreset> preset(ProviderSpec spec, String field, Findings findings) {
    String name = spec.preset();
    if (name == null) return Optional.of(CustomProvider.preset(spec));
    Optional<ProviderPreset> preset = catalog.provider(name);
    if (preset.isEmpty()) {
      findings.error(
          field + ".preset",
          "there is no preset \"%s\"".formatted(name),
          "Choose one of %s, or write the provider in full with type: Jwt, Introspection or"
                  .formatted(String.join(", ", catalog.providers().keySet()))
              + " ProviderCheck");
    }
    return preset;
  }

  /** Empty if a parameter is missing or odd: nothing more can be said about URLs then. */
  private Optional<ProviderDocument> document(
      ProviderDraft draft, String field, Findings findings) {
    Optional<ProviderDocument> document =
        PresetParameters.of(draft, field + ".parameters", findings)
            .map(parameters -> document(draft, parameters));
    document.ifPresent(filled -> endpoints.check(draft.spec(), filled, field, findings));
    return document;
  }

  private static ProviderDocument document(ProviderDraft draft, PresetParameters parameters) {
    ProviderSpec spec = draft.spec();
    ProviderPreset preset = draft.preset();
    List<String> issuers = issuers(draft, parameters);
    List<LookupDocument> lookups = draft.lookups().stream().map(parameters::fill).toList();
    VerificationDocument verification =
        new VerificationResolver(spec, issuers).resolve(parameters.fill(preset.verification()));
    return new ProviderDocument(
        spec.name(),
        issuers,
        draft.prefixes(),
        verification,
        draft.audience(),
        new ScopesDocument(
            preset.scopes(), spec.scopes() == null ? List.of() : spec.scopes().allOf()),
        draft.requiredClaims().stream().map(parameters::fill).toList(),
        draft.username(),
        draft.groups(),
        preset.application(),
        spec.applications(),
        lookups,
        ClientResolver.document(draft),
        limits(spec));
  }

  private static List<String> issuers(ProviderDraft draft, PresetParameters parameters) {
    String written = draft.spec().issuer();
    return written == null
        ? draft.preset().issuers().stream().flatMap(parameters::each).toList()
        : List.of(written);
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
