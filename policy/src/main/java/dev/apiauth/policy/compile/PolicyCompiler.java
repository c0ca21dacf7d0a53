package dev.apiauth.policy.compile;

import dev.apiauth.policy.credential.CredentialRouter;
import dev.apiauth.policy.credential.UnverifiedIssuer;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.InterfaceRules;
import dev.apiauth.policy.decide.Vault;
import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.token.UsernameBounds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From a published policy to the structures that decide. Pure; done once per policy, never on a
 * request.
 */
public final class PolicyCompiler {

  private final PresetCatalog catalog;
  private final UnverifiedIssuer unverifiedIssuer;
  private final UpstreamCompiler upstream;

  /**
   * Compiles for the products of a catalog.
   *
   * @param catalog whose product profiles are used
   * @param unverifiedIssuer reads the issuer that a token claims
   * @param surroundings what is known of the product beside the policy
   */
  public PolicyCompiler(
      PresetCatalog catalog, UnverifiedIssuer unverifiedIssuer, ProductDefaults surroundings) {
    this.catalog = catalog;
    this.unverifiedIssuer = unverifiedIssuer;
    this.upstream = new UpstreamCompiler(surroundings);
  }

  /**
   * Compiles a set. Whatever the resolver would have refused is refused here as well, and so is a
   * document in which something is missing or stands twice: it may come from anywhere, and must not
   * stop a sidecar that has a good one.
   */
  public Compilation compile(PolicySet set, PolicyHash hash) {
    PolicyDocument document = set.document();
    Optional<ProductProfile> profile = catalog.product(document.product());
    if (profile.isEmpty()) {
      return new Compilation.Unusable(
          "this version knows no product \"%s\"".formatted(document.product()));
    }
    try {
      return new Compilation.Compiled(compile(set, hash, profile.get()));
    } catch (RuntimeException broken) {
      return new Compilation.Unusable(
          "the document does not hold together: " + broken.getMessage());
    }
  }

  private CompiledPolicy compile(PolicySet set, PolicyHash hash, ProductProfile profile) {
    PolicyDocument document = set.document();
    var usernames = new UsernameBounds(Set.copyOf(document.deniedUsernames()));
    Map<String, CompiledProvider> providers =
        document.providers().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ProviderDocument::name,
                    each -> ProviderCompiler.compile(each, set.secrets(), usernames),
                    PolicyCompiler::twoOfOneName));
    CredentialsSpec credentials = document.credentials();
    return new CompiledPolicy(
        hash,
        document.source(),
        document.mode(),
        ProductCompiler.compile(profile, upstream.contextPath(document.upstream(), profile)),
        upstream.compile(document.upstream(), profile),
        AddressCompiler.source(document.clientIP()),
        new CredentialRouter(
            credentials,
            PasswordCompiler.rules(credentials.passwords()),
            RouteCompiler.routes(document.providers()),
            ProductCompiler.tokenShapes(profile),
            ProductCompiler.transfers(profile),
            unverifiedIssuer),
        providers,
        credentials.passwords(),
        AccessCompiler.rules(document.access()),
        new InterfaceRules(
            credentials.anonymous().policy(),
            credentials.sessions().policy(),
            AccessCompiler.paths(document.access())),
        usernames,
        new Vault(set.vault()),
        Optional.ofNullable(document.enrolment()),
        ApiTokenCompiler.compile(credentials.apiTokens(), set.apiTokens()));
  }

  private static CompiledProvider twoOfOneName(CompiledProvider one, CompiledProvider other) {
    throw new IllegalArgumentException("two providers have the name " + one.name());
  }
}
