package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.spec.AudienceProofMode;
import dev.apiauth.policy.spec.GroupOverage;
import dev.apiauth.policy.spec.ProviderSpec;

/** What is checked of each provider for itself, beside its parameters, client and URLs. */
final class ProviderChecks {

  private ProviderChecks() {}

  static void check(ProviderDraft draft, String field, Findings findings) {
    ProviderSpec spec = draft.spec();
    UsernameTransformCheck.check(spec.username(), field, findings);
    InlineKeysCheck.check(spec.jwks(), field, findings);
    ClaimPathCheck.check(spec, field, findings);
    ChosenNamesCheck.check(draft, field, findings);
    overage(draft, field + ".groups.overage", findings);
    prefixes(draft, field + ".tokens.prefixes", findings);
    insecurity(spec, field + ".audienceProof", findings);
  }

  private static void overage(ProviderDraft draft, String field, Findings findings) {
    if (draft.overage() == GroupOverage.Deny || draft.canResolveOverage()) return;
    findings.error(
        field,
        "nothing in the tokens tells that they leave groups out of the claim",
        "Leave overage out. Resolve is for Entra ID's claim groups");
  }

  private static void prefixes(ProviderDraft draft, String field, Findings findings) {
    if (draft.prefixes().isEmpty()
        || !(draft.preset().verification() instanceof VerificationDocument.Jwt)) return;
    findings.error(
        field,
        "the tokens are JWTs, and go to the provider with their issuer",
        "Leave prefixes out");
  }

  private static void insecurity(ProviderSpec spec, String field, Findings findings) {
    if (spec.audienceProof() == AudienceProofMode.Required) return;
    findings.warning(
        field,
        "INSECURE: provider %s proves no audience. Whoever runs any application that its users"
                .formatted(spec.name())
            + " have logged in to holds tokens that act here as those users",
        "Use type Introspection or ProviderCheck as soon as the provider can tell for whom a token"
            + " was issued");
  }
}
