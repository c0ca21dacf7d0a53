package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.playground.standalone.Egress;
import java.util.List;
import java.util.Optional;

/** Who issues the tokens of a run, and answers when it is asked about them. */
sealed interface TokenSource extends AutoCloseable permits HostedSource, KeycloakSource {

  /** What it is, as the user must know it: the provider itself, or something in its place. */
  String whatAnswers();

  /** How the sidecar finds it. */
  Egress egress();

  /** The example with what this machine has otherwise: a port that somebody else took. */
  ProviderExample adapted(ProviderExample example);

  /** What stands in the Secret that the example names; empty where it needs none. */
  Optional<String> clientSecret();

  /** An access token of alice that is right. */
  String tokenOfAlice();

  /** Everybody with a token of this source, those who are let in first. */
  List<Caller> callers();

  @Override
  void close();
}
