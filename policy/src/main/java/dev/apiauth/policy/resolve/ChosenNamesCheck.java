package dev.apiauth.policy.resolve;

import dev.apiauth.policy.preset.ProviderPreset.ChosenClaims;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.TransformType;
import java.util.List;

/**
 * Checks that nobody can borrow a name: a claim that people choose themselves names a user only
 * where the resource lists who is who, or where only an organisation's own people have such tokens.
 */
final class ChosenNamesCheck {

  private ChosenNamesCheck() {}

  static void check(ProviderDraft draft, String provider, Findings findings) {
    String claim = draft.username().claim();
    for (ChosenClaims chosen : draft.preset().chosenByPeople()) {
      if (!chosen.claims().contains(claim) || isMapped(draft) || isProven(draft, chosen)) continue;
      findings.error(
          provider + ".username",
          "people choose their %s themselves, and could choose anybody's".formatted(claim),
          mend(chosen.proofs()));
    }
  }

  private static boolean isMapped(ProviderDraft draft) {
    return draft.username().transform().stream()
        .anyMatch(transform -> transform.type() == TransformType.Map);
  }

  private static boolean isProven(ProviderDraft draft, ChosenClaims chosen) {
    return draft.spec().requiredClaims().stream()
        .map(RequiredClaimSpec::claim)
        .anyMatch(claim -> chosen.proofs().stream().anyMatch(proof -> isBelow(claim, proof)));
  }

  private static boolean isBelow(String claim, String proof) {
    return claim.equals(proof)
        || claim.startsWith(proof + ".")
        || claim.startsWith("/" + proof + "/");
  }

  private static String mend(List<String> proofs) {
    String map = "Say who is who with username.transform: [{type: Map, entries: [...]}]";
    return proofs.isEmpty()
        ? map
        : "%s, or let in your organisation's people alone with requiredClaims: [{claim: %s, anyOf: [...]}]"
            .formatted(map, proofs.getFirst());
  }
}
