package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.IdentitySpec;
import java.util.List;
import java.util.Optional;

/**
 * From what a user wrote to what can be published: presets filled in, secrets fetched, everything
 * checked that a schema cannot see. Pure.
 */
public final class PolicyResolver {

  private final PresetCatalog catalog;
  private final ProviderResolver providers;
  private final VaultResolver vault = new VaultResolver();

  /**
   * Resolves with those presets, for an installation.
   *
   * @param catalog the presets and product profiles
   * @param egress where this installation lets provider URLs lead
   */
  public PolicyResolver(PresetCatalog catalog, EgressRules egress) {
    this.catalog = catalog;
    this.providers = new ProviderResolver(catalog, new EndpointCheck(egress));
  }

  /**
   * Resolves a spec that has passed the schema and its rules.
   *
   * @param source the resource that it stands in
   * @param spec what the user wrote
   * @param surroundings what it is resolved in
   */
  public Resolution resolve(
      PolicySource source, AtlassianApiAuthSpec spec, Surroundings surroundings) {
    var findings = new Findings();
    Optional<ProductProfile> product = product(spec, findings);
    AddressCheck.check(spec, findings);
    ApiTokenHeaderCheck.check(spec, findings);
    product.ifPresent(known -> GroupCheck.check(spec, known, findings));
    PathCheck.check(spec, findings);
    new PasswordCheck(surroundings.now(), findings).check(spec);
    EnrolmentCheck.check(spec.identity(), findings);
    new SidecarResourcesCheck(findings).check(spec);
    UpstreamDocument upstream = UpstreamResolver.resolve(spec.upstream(), findings);
    ResolvedProviders resolved = providers.resolve(spec, surroundings.secrets(), findings);
    if (findings.hasErrors() || product.isEmpty()) return new Resolution.Refused(findings.all());
    PolicyDocument document = document(source, spec, product.get(), upstream, resolved.documents());
    return new Resolution.Resolved(
        new PolicySet(
            document,
            vault.resolve(spec.identity(), surroundings.secrets(), findings),
            ApiTokensResolver.resolve(spec, surroundings, findings),
            resolved.secrets()),
        findings.all());
  }

  private Optional<ProductProfile> product(AtlassianApiAuthSpec spec, Findings findings) {
    Optional<ProductProfile> product = catalog.product(spec.product());
    if (product.isEmpty()) {
      findings.error(
          "spec.product",
          "there is no product profile \"%s\"".formatted(spec.product()),
          "Choose one of " + String.join(", ", catalog.products().keySet()));
    }
    return product;
  }

  private static PolicyDocument document(
      PolicySource source,
      AtlassianApiAuthSpec spec,
      ProductProfile product,
      UpstreamDocument upstream,
      List<ProviderDocument> providers) {
    IdentitySpec identity = spec.identity();
    return new PolicyDocument(
        PolicyDocument.VERSION,
        source,
        product.name(),
        spec.mode(),
        upstream,
        spec.clientIP(),
        providers,
        spec.credentialsOrDefault(),
        spec.access(),
        identity == null ? List.of() : identity.deniedUsernames(),
        identity == null || identity.personalAccessTokens() == null
            ? null
            : identity.personalAccessTokens().enrolment());
  }
}
