package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.CheckSpec;
import dev.apiauth.policy.spec.GroupsClaimSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.TokensSpec;
import dev.apiauth.policy.spec.UsernameSpec;
import dev.apiauth.policy.token.ClaimPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot see of claims: whether a path is one (RFC 6901). */
final class ClaimPathCheck {

  private ClaimPathCheck() {}

  static void check(ProviderSpec spec, String provider, Findings findings) {
    UsernameSpec username = spec.username();
    GroupsClaimSpec groups = spec.groups();
    TokensSpec tokens = spec.tokens();
    CheckSpec check = spec.check();
    path(username == null ? null : username.claim(), provider + ".username.claim", findings);
    path(groups == null ? null : groups.claim(), provider + ".groups.claim", findings);
    path(
        tokens == null ? null : tokens.audienceClaim(),
        provider + ".tokens.audienceClaim",
        findings);
    paths(spec.requiredClaims(), provider + ".requiredClaims", findings);
    paths(check == null ? List.of() : check.valid(), provider + ".check.valid", findings);
  }

  private static void paths(List<RequiredClaimSpec> required, String field, Findings findings) {
    for (int at = 0; at < required.size(); at++) {
      path(required.get(at).claim(), "%s[%d].claim".formatted(field, at), findings);
    }
  }

  private static void path(@Nullable String claim, String field, Findings findings) {
    if (claim == null || ClaimPath.parse(claim).isPresent()) return;
    findings.error(
        field,
        "\"%s\" is no path to a claim".formatted(claim),
        "Write a name as the token has it, or a path like /realm_access/roles, with ~1 for a slash"
            + " in a name and ~0 for a tilde");
  }
}
