package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.ProviderDocument.ScopesDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.AccessTokenDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.spec.AccessSpec;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import java.util.Arrays;
import java.util.List;

/** Policies for tests. Document and vault carry the same number, so that a mixture shows. */
public final class Policies {

  private Policies() {}

  /** Policy number {@code generation}, with these providers. */
  public static PolicySet number(long generation, String... providers) {
    var entry = new VaultEntry("user-" + generation, "planted-token-" + generation, null, "pats");
    return PolicySet.of(document(generation, providers), new VaultDocument(List.of(entry)));
  }

  /** The number of a policy whose halves belong together. */
  public static long numberOf(PolicySet set) {
    long generation = set.document().source().generation();
    if (!set.vault().entries().getFirst().username().equals("user-" + generation)) {
      throw new IllegalStateException("halves of two policies: " + set);
    }
    return generation;
  }

  private static PolicyDocument document(long generation, String... providers) {
    return new PolicyDocument(
        PolicyDocument.VERSION,
        new PolicySource("atlassian", "jira", generation),
        "Jira",
        Mode.Enforce,
        new UpstreamDocument(8080, "", null),
        null,
        Arrays.stream(providers).map(Policies::provider).toList(),
        CredentialsSpec.DEFAULT,
        new AccessSpec(GroupAccessSpec.allowing(List.of("jira-users")), null, List.of(), List.of()),
        List.of("admin"),
        null);
  }

  private static ProviderDocument provider(String name) {
    return new ProviderDocument(
        name,
        List.of("https://" + name + ".example.com"),
        List.of(),
        new VerificationDocument.Jwt(
            new KeysDocument(null, "https://" + name + ".example.com/jwks", null),
            new AccessTokenDocument(TokenTyp.AtJwt, List.of()),
            List.of(SignatureAlgorithm.RS256),
            null),
        new AudienceDocument("aud", List.of("api://jira")),
        new ScopesDocument("scope", List.of()),
        List.of(),
        new UsernameDocument("preferred_username", List.of()),
        null,
        null,
        List.of(),
        List.of(),
        null,
        new LimitsDocument(3600, 86400, 86400, 16384, 60, 5));
  }
}
