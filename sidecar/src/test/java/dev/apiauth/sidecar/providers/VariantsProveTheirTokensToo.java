package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.idp.standin.B2cStandIn;
import dev.apiauth.testkit.idp.standin.ClientSecret;
import dev.apiauth.testkit.idp.standin.HostedVariant;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.ProviderStandIn;
import dev.apiauth.testkit.idp.standin.StandInNetwork;
import dev.apiauth.testkit.idp.standin.TokenKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The other forms that a preset knows: Entra's older tokens, B2C's issuer that names the policy,
 * and companies' own GitHub and GitLab. All in one resource; variants.yaml is what is expected.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariantsProveTheirTokensToo {

  private final Variants variants = new Variants();
  private final GuardedJira jira = GuardedJira.trusting(variants, variants.entries(), List.of("*"));

  private record Variants(
      StandInNetwork network,
      Map<HostedVariant, ProviderRows> rows,
      Map<HostedVariant, ProviderStandIn> standIns)
      implements ProvidersInReach {

    Variants() {
      this(StandInNetwork.open());
    }

    private Variants(StandInNetwork network) {
      this(
          network,
          ProviderRows.of("variants.yaml", HostedVariant.class),
          Arrays.stream(HostedVariant.values())
              .collect(Collectors.toMap(Function.identity(), each -> each.startIn(network))));
    }

    ProviderStandIn at(HostedVariant variant) {
      return Objects.requireNonNull(standIns.get(variant));
    }

    ProviderRows rowsOf(HostedVariant variant) {
      return Objects.requireNonNull(rows.get(variant));
    }

    private ProviderEntry entry(HostedVariant variant) {
      return new ProviderEntry(
          variant.name().toLowerCase(Locale.ROOT).replace('_', '-'), at(variant));
    }

    List<Map<String, Object>> entries() {
      return Arrays.stream(HostedVariant.values())
          .map(variant -> entry(variant).with(rowsOf(variant).entry()))
          .toList();
    }

    @Override
    public Map<String, ClientSecret> clients() {
      var clients = new HashMap<String, ClientSecret>();
      for (HostedVariant variant : HostedVariant.values())
        at(variant).client().ifPresent(client -> clients.put(entry(variant).secretName(), client));
      return clients;
    }
  }

  @BeforeEach
  void forget() {
    jira.forget();
  }

  @AfterAll
  void stop() {
    jira.close();
    variants.network().close();
  }

  Stream<Arguments> everyKind() {
    return Arrays.stream(HostedVariant.values())
        .flatMap(
            variant ->
                variants.rowsOf(variant).tokens().entrySet().stream()
                    .map(row -> Arguments.of(variant, row.getKey(), row.getValue())));
  }

  @ParameterizedTest
  @EnumSource
  void theTableIsWhole(HostedVariant variant) {
    assertThat(variants.rowsOf(variant).tokens()).containsOnlyKeys(TokenKind.values());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("everyKind")
  void byTheSamePreset(HostedVariant variant, TokenKind kind, String row) {
    var token = variants.at(variant).issue(kind, Person.alice());
    Expected expected = Expected.parse(row);

    if (expected instanceof Expected.NoSuchTokens) {
      assertThat(token).isEmpty();
    } else {
      expected.check(jira.receives(token.orElseThrow()), jira.reached());
    }
  }

  /** As B2C may write it; what differs in case otherwise is no name that it would write. */
  @ParameterizedTest
  @CsvSource({
    "B2C_1_signin, 200 alice",
    "b2c_1_signin, 200 alice",
    "B2C_1_SIGNIN, 401 token_claim_refused",
    "B2C_1_selfsignup, 401 token_claim_refused"
  })
  void aPolicyIsNamedAsInThePortalOrInLowerCase(String claim, String expected) {
    var token = b2c().through(B2cStandIn.POLICY, Person.alice()).claim("tfp", claim).sign();

    Expected.parse(expected).check(jira.receives(token), jira.reached());
  }

  @Test
  void anotherPolicyIsAnotherIssuer() {
    var token = b2c().through(B2cStandIn.WEAK_POLICY, Person.alice()).sign();

    Expected.parse("401 issuer_unknown").check(jira.receives(token), jira.reached());
  }

  private B2cStandIn b2c() {
    return (B2cStandIn) variants.at(HostedVariant.B2C_POLICY_IN_ISSUER);
  }
}
