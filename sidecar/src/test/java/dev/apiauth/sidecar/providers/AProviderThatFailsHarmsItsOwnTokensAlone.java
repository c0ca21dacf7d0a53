package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.testkit.idp.standin.Bystander;
import dev.apiauth.testkit.idp.standin.Fault;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.ProviderStandIn;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Down, slow, wrong, endless, or pointing elsewhere: a provider's tokens are answered 503 with a
 * time to try again, nothing reaches the product, nobody follows a redirect with a token, and the
 * others' tokens pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AProviderThatFailsHarmsItsOwnTokensAlone {

  private static final Set<HostedProvider> SIGNING =
      EnumSet.range(HostedProvider.ENTRA_V2, HostedProvider.COGNITO);

  /** Discord is left out, whose tokens look like nothing, as GitLab's do. */
  private static final Set<HostedProvider> ASKED =
      EnumSet.range(HostedProvider.GOOGLE, HostedProvider.FACEBOOK);

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final HostedProviders hosted = new HostedProviders();
  private final Bystander bystander = Bystander.startIn(hosted.network(), "elsewhere.example");
  private final GuardedJira jira =
      GuardedJira.trusting(
          hosted,
          Stream.of(SIGNING, ASKED).flatMap(Set::stream).map(hosted::entry).toList(),
          List.of("*"));

  @AfterEach
  void heal() {
    for (HostedProvider provider : HostedProvider.values()) hosted.at(provider).heal();
    jira.forget();
    assertThat(bystander.seen().calls()).isEmpty();
  }

  @AfterAll
  void stop() {
    jira.close();
    hosted.close();
  }

  Stream<Arguments> faults() {
    var faults = Fault.everyKind(PATIENCE, bystander.root());
    return IntStream.range(0, faults.size())
        .mapToObj(number -> Arguments.of(faults.get(number), number));
  }

  /** Nobody's keys are known: an edit that concerns them has them fetched anew. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whoSigns(Fault fault, int number) {
    breaking(SIGNING, fault);
    for (int at = 0; at < SIGNING.size(); at++) {
      int index = at;
      jira.write(
          resource ->
              resource.with(
                  "/spec/providers/" + index + "/keys/refreshInterval", (number + 2) + "m"));
    }
    SIGNING.forEach(
        provider -> Eventually.holds(() -> isSilent(provider), "the edits are in force"));

    theyAreSilent(SIGNING);
    theyPass(ASKED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whoIsAsked(Fault fault, int number) {
    theyPass(ASKED); // nobody is given up
    breaking(ASKED, fault);

    theyAreSilent(ASKED);
    hosted.at(HostedProvider.SLACK).heal();
    theyPass(EnumSet.of(HostedProvider.SLACK));
  }

  private void breaking(Set<HostedProvider> providers, Fault fault) {
    providers.stream().map(hosted::at).forEach((ProviderStandIn standIn) -> standIn.fail(fault));
  }

  private boolean isSilent(HostedProvider provider) {
    return jira.receives(valid(provider)).status() == 503;
  }

  private void theyAreSilent(Set<HostedProvider> providers) {
    jira.forget();
    answers(providers)
        .forEach(
            (provider, answer) -> {
              assertThat(answer.status()).as(provider + answer.body()).isEqualTo(503);
              assertThat(answer.body()).contains("\"code\":\"provider_silent\"");
              assertThat(answer.header("Retry-After")).as(provider.name()).isNotEmpty();
            });
    assertThat(jira.reached()).isEmpty();
  }

  private void theyPass(Set<HostedProvider> providers) {
    answers(providers)
        .forEach(
            (provider, answer) ->
                assertThat(answer.status()).as(provider + answer.body()).isEqualTo(200));
  }

  /** Of a fresh token each, all at the same time: some wait for a time-out. */
  private Map<HostedProvider, Answer> answers(Set<HostedProvider> providers) {
    return providers.stream()
        .collect(Collectors.toMap(Function.identity(), this::begin))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, called -> called.getValue().join()));
  }

  private CompletableFuture<Answer> begin(HostedProvider provider) {
    return jira.client().get(GuardedJira.CALL).bearer(valid(provider)).begin();
  }

  private String valid(HostedProvider provider) {
    return hosted.at(provider).valid(Person.alice());
  }
}
