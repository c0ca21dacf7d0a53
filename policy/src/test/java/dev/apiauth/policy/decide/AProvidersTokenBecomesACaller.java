package dev.apiauth.policy.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.GoldenResource;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.token.TokenClaims;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Verified claims in, a caller or a reason out, by the providers of the golden resources. */
class AProvidersTokenBecomesACaller {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "callers.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void orIsRefused(String golden, String claims, String expected) {
    var principal =
        provider(golden).principal(TokenClaims.parse(claims.getBytes(UTF_8)).orElseThrow());

    assertThat(told(principal)).isEqualTo(expected);
  }

  private static CompiledProvider provider(String golden) {
    var resolved =
        (Resolution.Resolved)
            GoldenResource.all()
                .filter(each -> each.name().equals(golden))
                .findFirst()
                .orElseThrow()
                .resolution();
    var compiled =
        new PolicyCompiler(PresetCatalog.shipped(), token -> Optional.empty(), ProductDefaults.NONE)
            .compile(resolved.set(), PolicyHash.of(new byte[0]));
    return ((Compilation.Compiled) compiled).policy().providers().values().iterator().next();
  }

  private static String told(Outcome<Principal> outcome) {
    return switch (outcome) {
      case Outcome.Pass<Principal>(
              Principal.User(String username, String provider, Optional<Set<String>> groups)) ->
          "%s by %s in %s".formatted(username, provider, sorted(groups));
      case Outcome.Pass<Principal>(
              Principal.Application(
                  String id,
                  String username,
                  String provider,
                  Optional<Set<String>> groups)) ->
          "%s for %s by %s in %s".formatted(username, id, provider, sorted(groups));
      case Outcome.Pass<Principal>(Principal other) -> other.toString();
      case Outcome.Refused<Principal> refused -> refused.refusal().reason().code();
    };
  }

  private static String sorted(Optional<Set<String>> groups) {
    return groups.map(told -> new TreeSet<>(told).toString()).orElse("unknown");
  }
}
