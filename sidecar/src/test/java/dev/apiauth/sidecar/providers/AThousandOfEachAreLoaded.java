package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.Surroundings;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One resource with a thousand API tokens, address blocks, groups and vault entries: each part of
 * its way into force is timed in the output, and beyond the documented limits the resource says so.
 */
class AThousandOfEachAreLoaded {

  private static final int THOUSAND = 1_000;
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final PresetCatalog catalog = PresetCatalog.shipped();
  private final PolicyResolver resolver =
      new PolicyResolver(catalog, new EgressRules(EgressAllowance.of(List.of())));
  private final PolicyCodec codec = new PolicyCodec();
  private final PolicyCompiler compiler =
      new PolicyCompiler(catalog, token -> Optional.empty(), ProductDefaults.NONE);

  @Test
  void inAllParts() {
    var secrets = ManySecrets.of(THOUSAND, THOUSAND, NOW);
    var checked = timed("checked", () -> check(resource(THOUSAND, THOUSAND)));
    var resolved = timed("resolved", () -> resolve(checked, secrets));
    EncodedPolicy encoded = timed("encoded", () -> codec.encode(resolved.set()));
    var read = timed("read", () -> (PolicyReading.Complete) codec.read(encoded.files()));
    var compiled =
        timed("compiled", () -> (Compilation.Compiled) compiler.compile(read.set(), read.hash()));

    assertThat(resolved.problems()).isEmpty();
    assertThat(read.set()).isEqualTo(resolved.set());
    assertThat(secrets.tokens())
        .hasSize(THOUSAND)
        .allSatisfy(
            token ->
                assertThat(compiled.policy().apiTokens().tokens().prove(token.reveal(), NOW))
                    .isInstanceOf(Outcome.Pass.class));
    assertThat(read.set().vault().entries()).hasSize(THOUSAND);
  }

  @ParameterizedTest
  @CsvSource({
    "1025, 1000, spec.access.groups.allow",
    "1000, 1025, spec.access.cidrs.allow",
  })
  void moreThanTheSchemaHoldsAreRefused(int groups, int blocks, String field) {
    var refused =
        (CheckedResource.Refused)
            ResourceCheck.byCommittedCrd().check(resource(groups, blocks).yaml());

    assertThat(refused.problems()).extracting(Problem::field).containsExactly(field);
    assertThat(refused.problems().getFirst().toString()).contains("1024");
  }

  @ParameterizedTest
  @CsvSource({
    "20001, 1, spec.credentials.apiTokens",
    "1, 20001, spec.identity.personalAccessTokens",
  })
  void moreThanAPolicyHoldsAreNotCut(int tokens, int entries, String field) {
    var resolved = resolve(check(resource(1, 1)), ManySecrets.of(tokens, entries, NOW));

    assertThat(resolved.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.field()).startsWith(field);
              assertThat(problem.toString()).contains("20001").contains("20000");
            });
  }

  private static CheckedResource.Accepted check(Manifest resource) {
    return (CheckedResource.Accepted) ResourceCheck.byCommittedCrd().check(resource.yaml());
  }

  private Resolution.Resolved resolve(CheckedResource.Accepted checked, ManySecrets secrets) {
    var resource = checked.resource();
    return (Resolution.Resolved)
        resolver.resolve(
            new PolicySource(resource.namespace(), resource.name(), resource.generation()),
            resource.spec(),
            Surroundings.of(secrets.secrets(), NOW));
  }

  private static Manifest resource(int groups, int blocks) {
    return GuardedJira.base()
        .with("/spec/clientIP", "{type: DirectPeer}")
        .with("/spec/credentials/apiTokens", ManySecrets.ACCEPTED)
        .with("/spec/access/groups/allow", numbered("group-%d", groups))
        .with("/spec/access/cidrs/allow", numbered("10.%d.%d.0/24", blocks));
  }

  private static List<String> numbered(String form, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                form.startsWith("10.")
                    ? form.formatted(number / 250, number % 250)
                    : form.formatted(number))
        .toList();
  }

  private static <T> T timed(String part, Supplier<T> work) {
    long began = System.nanoTime();
    T done = work.get();
    System.out.printf(
        "a thousand of each, %s: %d ms%n",
        part, Duration.ofNanos(System.nanoTime() - began).toMillis());
    return done;
  }
}
