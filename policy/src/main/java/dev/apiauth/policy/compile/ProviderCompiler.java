package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AccessTokenDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.spec.ApplicationSpec;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import dev.apiauth.policy.spec.TokenTyp;
import dev.apiauth.policy.token.AccessTokenMark;
import dev.apiauth.policy.token.ApplicationMark;
import dev.apiauth.policy.token.AudienceProof;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.ClaimTest;
import dev.apiauth.policy.token.GroupsClaim;
import dev.apiauth.policy.token.GroupsEncoding;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.policy.token.RequiredClaim;
import dev.apiauth.policy.token.ScopeRule;
import dev.apiauth.policy.token.SubjectMapping;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.policy.token.UsernameBounds;
import dev.apiauth.policy.token.UsernameMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles an identity provider. */
final class ProviderCompiler {

  private ProviderCompiler() {}

  static CompiledProvider compile(ProviderDocument provider, UsernameBounds usernames) {
    return new CompiledProvider(
        provider.name(),
        rules(provider),
        provider.keys(),
        provider.limits(),
        subjects(provider, usernames),
        new ScopeRule(Set.copyOf(provider.scopes().allOf())),
        Optional.ofNullable(provider.groups()).map(ProviderCompiler::groups));
  }

  private static TokenRules rules(ProviderDocument provider) {
    AudienceDocument audience = provider.audience();
    return new TokenRules(
        provider.issuer(),
        new AudienceProof(ClaimPath.of(audience.claim()), Set.copyOf(audience.anyOf())),
        mark(provider.accessToken()),
        provider.algorithms().stream()
            .map(ProviderCompiler::algorithm)
            .collect(Collectors.toUnmodifiableSet()),
        provider.requiredClaims().stream().map(ProviderCompiler::required).toList(),
        Duration.ofSeconds(provider.limits().maxLifetimeSeconds()),
        provider.limits().maxLength(),
        TokenRules.DEFAULT_CLOCK_SKEW);
  }

  private static AccessTokenMark mark(AccessTokenDocument accessToken) {
    String claim = accessToken.claim();
    String value = accessToken.value();
    if (accessToken.typ() == TokenTyp.AtJwt) return new AccessTokenMark.TypedHeader();
    return claim == null || value == null
        ? new AccessTokenMark.NoForeignClaims()
        : new AccessTokenMark.ClaimValue(ClaimPath.of(claim), value);
  }

  private static JwsAlgorithm algorithm(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case EdDSA -> JwsAlgorithm.ED25519;
      default -> JwsAlgorithm.valueOf(algorithm.name());
    };
  }

  private static RequiredClaim required(RequiredClaimSpec required) {
    return new RequiredClaim(ClaimPath.of(required.claim()), Set.copyOf(required.anyOf()));
  }

  private static GroupsClaim groups(GroupsDocument groups) {
    GroupsEncoding encoding =
        switch (groups.encoding()) {
          case Array -> new GroupsEncoding.Array();
          case ArrayOrString -> new GroupsEncoding.ArrayOrSingle();
        };
    return new GroupsClaim(ClaimPath.of(groups.claim()), encoding);
  }

  private static SubjectMapping subjects(ProviderDocument provider, UsernameBounds usernames) {
    Map<String, String> applications =
        provider.applications().stream()
            .collect(
                Collectors.toUnmodifiableMap(ApplicationSpec::clientId, ApplicationSpec::username));
    return new SubjectMapping(
        people(provider.username()),
        Optional.ofNullable(provider.application()).map(ProviderCompiler::applicationMark),
        applications,
        usernames);
  }

  private static UsernameMapping people(UsernameDocument username) {
    return new UsernameMapping(
        ClaimPath.of(username.claim()),
        username.transform().stream().map(TransformCompiler::compile).toList());
  }

  private static ApplicationMark applicationMark(ApplicationMarkDocument mark) {
    return new ApplicationMark(
        mark.when().stream().map(ProviderCompiler::test).toList(),
        ClaimPath.of(mark.clientId()),
        mark.agreement().stream().map(ProviderCompiler::test).toList());
  }

  private static ClaimTest test(ClaimTestDocument test) {
    ClaimPath claim = ClaimPath.of(test.claim());
    return switch (test.type()) {
      case Present -> new ClaimTest.Present(claim);
      case Absent -> new ClaimTest.Absent(claim);
      case Equals -> new ClaimTest.Equals(claim, text(test.value()));
      case StartsWith -> new ClaimTest.StartsWith(claim, text(test.value()));
      case Spells ->
          new ClaimTest.Spells(claim, text(test.prefix()), ClaimPath.of(text(test.other())), "");
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
