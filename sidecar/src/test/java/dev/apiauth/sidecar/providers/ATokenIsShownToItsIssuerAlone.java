package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.TokenKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every token of every provider, good and bad ones, in one resource with all of them: counted at
 * the providers, nobody was shown what another one issued. GitLab's tokens and Discord's look like
 * nothing, so that a resource has one of the two.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ATokenIsShownToItsIssuerAlone {

  /** How a client sends a token. */
  enum Place {
    BEARER {
      @Override
      void send(GuardedJira jira, String token) {
        jira.receives(token);
      }
    },
    PASSWORD {
      @Override
      void send(GuardedJira jira, String token) {
        jira.client().get(GuardedJira.CALL).basic("alice", token).send();
      }
    },
    PASSWORD_OF_OAUTH2 {
      @Override
      void send(GuardedJira jira, String token) {
        jira.client().get(GuardedJira.CALL).basic("oauth2", token).send();
      }
    };

    abstract void send(GuardedJira jira, String token);
  }

  private final HostedProviders hosted = new HostedProviders();
  private final GuardedJira withGitLab = guarding(HostedProvider.DISCORD);
  private final GuardedJira withDiscord = guarding(HostedProvider.GITLAB);
  private final Map<HostedProvider, List<String>> tokens = new EnumMap<>(HostedProvider.class);

  private GuardedJira guarding(HostedProvider leftOut) {
    return GuardedJira.trusting(
        hosted, those(leftOut).stream().map(hosted::entry).toList(), List.of("*"));
  }

  private static Set<HostedProvider> those(HostedProvider leftOut) {
    return EnumSet.complementOf(EnumSet.of(leftOut));
  }

  /** Anew for every test: an answer that is remembered shows nothing. */
  @BeforeEach
  void issue() {
    for (HostedProvider provider : HostedProvider.values()) {
      tokens.put(
          provider,
          Arrays.stream(TokenKind.values())
              .map(kind -> hosted.at(provider).issue(kind, Person.alice()))
              .flatMap(Optional::stream)
              .toList());
    }
  }

  @BeforeEach
  void forget() {
    for (HostedProvider provider : HostedProvider.values()) hosted.at(provider).seen().forget();
  }

  @AfterAll
  void stop() {
    withGitLab.close();
    withDiscord.close();
    hosted.close();
  }

  @ParameterizedTest
  @EnumSource
  void inEnforce(Place place) {
    sendAll(place);

    nobodySawAForeignOne();
    if (place == Place.BEARER) everyIssuerWhoIsAskedWasShownItsOwn();
  }

  @Test
  void norInShadow() {
    for (GuardedJira jira : List.of(withGitLab, withDiscord)) shadow(jira);

    for (Place place : Place.values()) sendAll(place);

    nobodySawAForeignOne();
    for (GuardedJira jira : List.of(withGitLab, withDiscord)) {
      jira.write(resource -> resource.with("/spec/mode", "Enforce"));
      Eventually.holds(() -> jira.receives("no.such.token").status() == 401, "Enforce");
    }
  }

  private static void shadow(GuardedJira jira) {
    jira.write(resource -> resource.with("/spec/mode", "Shadow"));
    Eventually.holds(() -> jira.client().get(GuardedJira.CALL).send().status() == 200, "Shadow");
  }

  private void sendAll(Place place) {
    of(HostedProvider.DISCORD, token -> place.send(withGitLab, token));
    of(HostedProvider.GITLAB, token -> place.send(withDiscord, token));
  }

  private void of(HostedProvider leftOut, Consumer<String> sending) {
    those(leftOut).stream().flatMap(provider -> tokensOf(provider).stream()).forEach(sending);
  }

  private List<String> tokensOf(HostedProvider issuer) {
    return Objects.requireNonNull(tokens.get(issuer));
  }

  private void nobodySawAForeignOne() {
    for (HostedProvider server : HostedProvider.values()) {
      for (HostedProvider issuer : EnumSet.complementOf(EnumSet.of(server))) {
        assertThat(tokensOf(issuer))
            .as("%s's tokens, at %s", issuer, server)
            .noneMatch(token -> hosted.at(server).seen().shown(token));
      }
    }
  }

  private void everyIssuerWhoIsAskedWasShownItsOwn() {
    for (HostedProvider asked : EnumSet.range(HostedProvider.GOOGLE, HostedProvider.DISCORD)) {
      String valid = tokensOf(asked).getFirst();
      assertThat(hosted.at(asked).seen().shown(valid)).as(asked.name()).isTrue();
    }
  }
}
