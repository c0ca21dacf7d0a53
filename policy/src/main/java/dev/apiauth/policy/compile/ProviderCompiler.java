package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.CompiledLookup;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.RegisteredClient;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.document.SecretsDocument;
import dev.apiauth.policy.spec.ApplicationSpec;
import dev.apiauth.policy.token.ApplicationMark;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.ClaimTest;
import dev.apiauth.policy.token.GroupsClaim;
import dev.apiauth.policy.token.GroupsEncoding;
import dev.apiauth.policy.token.ScopeRule;
import dev.apiauth.policy.token.SubjectMapping;
import dev.apiauth.policy.token.UsernameBounds;
import dev.apiauth.policy.token.UsernameMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles an identity provider. */
final class ProviderCompiler {

  private ProviderCompiler() {}

  static CompiledProvider compile(
      ProviderDocument provider, SecretsDocument secrets, UsernameBounds usernames) {
    return new CompiledProvider(
        provider.name(),
        VerificationCompiler.compile(provider),
        provider.lookups().stream().map(ProviderCompiler::lookup).toList(),
        VerificationCompiler.lookupRules(provider),
        Optional.ofNullable(provider.client())
            .map(
                client ->
                    new RegisteredClient(
                        client.id(), client.authentication(), secrets.ofClient(provider.name()))),
        provider.limits(),
        subjects(provider, usernames),
        new ScopeRule(
            ClaimPath.of(provider.scopes().claim()), Set.copyOf(provider.scopes().allOf())),
        Optional.ofNullable(provider.groups()).map(ProviderCompiler::groups));
  }

  private static GroupsClaim groups(GroupsDocument groups) {
    GroupsEncoding encoding =
        switch (groups.encoding()) {
          case Array -> new GroupsEncoding.Array();
          case ArrayOrString -> new GroupsEncoding.ArrayOrSingle();
        };
    return new GroupsClaim(
        ClaimPath.of(groups.claim()),
        encoding,
        groups.overage().stream().map(ProviderCompiler::test).toList());
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
        mark.clientId().stream().map(ClaimPath::of).toList(),
        mark.agreement().stream().map(ProviderCompiler::test).toList());
  }

  private static CompiledLookup lookup(LookupDocument lookup) {
    return new CompiledLookup(
        lookup,
        lookup.when().stream().map(ProviderCompiler::test).toList(),
        lookup.valid().stream().map(ProviderCompiler::test).toList());
  }

  static ClaimTest test(ClaimTestDocument test) {
    ClaimPath claim = ClaimPath.of(test.claim());
    return switch (test.type()) {
      case Present -> new ClaimTest.Present(claim);
      case Absent -> new ClaimTest.Absent(claim);
      case True -> new ClaimTest.True(claim);
      case Equals -> new ClaimTest.Equals(claim, text(test.value()));
      case OneOf -> new ClaimTest.OneOf(claim, texts(test.anyOf()));
      case EndsWith -> new ClaimTest.EndsWith(claim, text(test.value()));
      case StartsWith -> new ClaimTest.StartsWith(claim, text(test.value()));
      case Spells ->
          new ClaimTest.Spells(claim, text(test.prefix()), ClaimPath.of(text(test.other())), "");
    };
  }

  private static Set<String> texts(@Nullable List<String> texts) {
    return texts == null ? Set.of() : Set.copyOf(texts);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
