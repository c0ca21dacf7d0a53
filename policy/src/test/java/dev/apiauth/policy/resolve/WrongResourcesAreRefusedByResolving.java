package dev.apiauth.policy.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.check.WrongResource;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the table of wrong resources that schema and rules cannot see through. */
class WrongResourcesAreRefusedByResolving {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();
  private static final PolicyResolver RESOLVER =
      new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.none()));

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void withEachProblemNamedAndNoOther(WrongResource wrong) {
    assertThat(resolved(wrong))
        .isInstanceOfSatisfying(
            Resolution.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .allMatch(wrong::expects)
                    .hasSameSizeAs(wrong.expectations()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void andEachSaysWhatToDo(WrongResource wrong) {
    assertThat(((Resolution.Refused) resolved(wrong)).problems())
        .allSatisfy(problem -> assertThat(problem.mend()).matches("[A-Z].*[^.]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void withoutRepeatingAPasswordFromAUrl(WrongResource wrong) {
    assertThat(resolved(wrong).toString()).doesNotContain("me:secret", "c2VjcmV0", "870MB6gfuTJ4");
  }

  private static Resolution resolved(WrongResource wrong) {
    var resource = ((Accepted) CHECK.check(wrong.yaml())).resource();
    return RESOLVER.resolve(
        new PolicySource(resource.namespace(), resource.name(), 1),
        resource.spec(),
        Surroundings.of(new EverySecret(), Instant.EPOCH));
  }

  /** Whatever Secret a row refers to, it is there: the row is about something else. */
  private record EverySecret() implements SecretLookup {

    @Override
    public List<SecretContent> labelled(Map<String, String> labels) {
      return List.of();
    }

    @Override
    public Optional<SecretContent> named(String name) {
      return Optional.of(
          new SecretContent(name, Map.of(), Map.of("secret", "c2VjcmV0".getBytes(UTF_8))));
    }
  }

  static Stream<WrongResource> rows() {
    return WrongResource.refusedBy(List.of("resolve"));
  }
}
