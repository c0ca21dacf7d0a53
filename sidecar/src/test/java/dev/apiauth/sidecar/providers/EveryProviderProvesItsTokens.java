package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.TokenKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hosted provider by its shipped preset, under its real name, and every kind of token through
 * the whole sidecar to the product: matrix.yaml is what is expected.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryProviderProvesItsTokens {

  /** Whose tokens or look-ups tell the groups that the resource names. */
  private static final Set<HostedProvider> TELLING_GROUPS =
      EnumSet.complementOf(
          EnumSet.of(HostedProvider.B2C, HostedProvider.FACEBOOK, HostedProvider.DISCORD));

  /** GitLab's tokens and Discord's look like nothing, so that a resource has one of the two. */
  private static final Set<HostedProvider> OTHERS =
      EnumSet.complementOf(EnumSet.copyOf(TELLING_GROUPS));

  private static final Set<HostedProvider> ALL_BUT_DISCORD =
      EnumSet.complementOf(EnumSet.of(HostedProvider.DISCORD));

  private final HostedProviders hosted = new HostedProviders();
  private final GuardedJira forMembers =
      guard(TELLING_GROUPS, hosted::entry, hosted.groupsOfAlice(TELLING_GROUPS));
  private final GuardedJira forEverybody = guard(OTHERS, hosted::entry, List.of("*"));
  private final GuardedJira forApplications =
      guard(ALL_BUT_DISCORD, hosted::extendedEntry, List.of("*"));

  private GuardedJira guard(
      Set<HostedProvider> providers,
      Function<HostedProvider, Map<String, Object>> entry,
      List<String> groups) {
    return GuardedJira.trusting(hosted, providers.stream().map(entry).toList(), groups);
  }

  @BeforeEach
  void forget() {
    guards().forEach(GuardedJira::forget);
  }

  @AfterAll
  void stop() {
    guards().forEach(GuardedJira::close);
    hosted.close();
  }

  private Stream<GuardedJira> guards() {
    return Stream.of(forMembers, forEverybody, forApplications);
  }

  Stream<Arguments> everyKind() {
    return rows(rows -> rows.tokens());
  }

  Stream<Arguments> extendedKinds() {
    return rows(rows -> rows.extendedTokens());
  }

  private Stream<Arguments> rows(Function<ProviderRows, Map<TokenKind, String>> column) {
    return Arrays.stream(HostedProvider.values())
        .flatMap(
            provider ->
                column.apply(hosted.rows(provider)).entrySet().stream()
                    .map(row -> Arguments.of(provider, row.getKey(), row.getValue())));
  }

  @Test
  void theTableIsWhole() {
    for (HostedProvider provider : HostedProvider.values()) {
      assertThat(hosted.rows(provider).tokens())
          .as(provider.name())
          .containsOnlyKeys(TokenKind.values());
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("everyKind")
  void asThePresetIsShipped(HostedProvider provider, TokenKind kind, String expected) {
    check(plain(provider), provider, kind, Expected.parse(expected));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("extendedKinds")
  void withApplicationsThatActAsSomebody(HostedProvider provider, TokenKind kind, String expected) {
    check(forApplications, provider, kind, Expected.parse(expected));
  }

  private void check(GuardedJira jira, HostedProvider provider, TokenKind kind, Expected expected) {
    var token = hosted.at(provider).issue(kind, Person.alice());
    if (expected instanceof Expected.NoSuchTokens) {
      assertThat(token).isEmpty();
    } else {
      expected.check(jira.receives(token.orElseThrow()), jira.reached());
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("TELLING_GROUPS")
  void whoIsInNoGroupIsRefused(HostedProvider provider) {
    var answer = forMembers.receives(hosted.at(provider).valid(Person.alice().in()));

    assertThat(answer.status()).as(answer.body()).isIn(401, 403);
    assertThat(forMembers.reached()).isEmpty();
  }

  private GuardedJira plain(HostedProvider provider) {
    return TELLING_GROUPS.contains(provider) ? forMembers : forEverybody;
  }
}
