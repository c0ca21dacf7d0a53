package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.idp.standin.Call;
import dev.apiauth.testkit.idp.standin.FacebookStandIn;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An app at Facebook whose setting "Require App Secret" is on: the preset, as it is shipped, asks
 * for {@code me} with a proof of the secret, and shows the secret to {@code debug_token} alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacebookSeesAProofOfTheAppSecret {

  private final HostedProviders hosted = new HostedProviders();
  private final FacebookStandIn facebook = (FacebookStandIn) hosted.at(HostedProvider.FACEBOOK);
  private final GuardedJira jira =
      GuardedJira.trusting(hosted, List.of(hosted.entry(HostedProvider.FACEBOOK)), List.of("*"));

  @AfterAll
  void stop() {
    jira.close();
    hosted.close();
  }

  @Test
  void withEachQuestionForMe() {
    facebook.proofs(FacebookStandIn.ProofPolicy.REQUIRED);

    Answer answer = jira.receives(facebook.valid(Person.alice()));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(jira.reached()).extracting(seen -> seen.actedAs()).containsExactly("alice");
    String secret = facebook.client().orElseThrow().secret();
    assertThat(facebook.seen().calls().stream().filter(call -> call.path().endsWith("/me")))
        .hasSize(1)
        .allSatisfy(call -> assertThat(call.queried("appsecret_proof")).isPresent())
        .noneMatch((Call call) -> call.toString().contains(secret));
  }
}
