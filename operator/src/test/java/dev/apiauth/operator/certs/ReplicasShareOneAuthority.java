package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real API server, as a service account with the operator's verbs. */
@Timeout(120)
class ReplicasShareOneAuthority {

  private static final int REPLICAS = 8;

  private final MutableClock clock = new MutableClock(Instant.now());
  private final Installation installation = new Installation();
  private final AuthorityStore store =
      new AuthorityStore(installation.operator, installation.namespace);

  @Test
  void whenAllBeginAtOnce() throws Exception {
    var authorities = new ArrayList<Future<Authorities>>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < REPLICAS; i++) {
        authorities.add(pool.submit(() -> follower().keep(clock.instant())));
      }
    }

    assertThat(authorities).extracting(Future::get).containsOnly(stored());
  }

  @Test
  void onlyTheLeaderRenews() {
    var leader = leader();
    var follower = follower();
    var first = leader.keep(clock.instant());
    clock.move(Duration.ofDays(250));

    assertThat(follower.keep(clock.instant())).isEqualTo(first);
    var second = leader.keep(clock.instant());
    assertThat(second.previous()).contains(first.current());
    assertThat(follower.keep(clock.instant())).isEqualTo(second).isEqualTo(stored());
  }

  @Test
  void thePreviousOneLeavesTheSecretInTheEnd() {
    var leader = leader();
    leader.keep(clock.instant());
    clock.move(Duration.ofDays(250));
    var second = leader.keep(clock.instant());
    clock.move(Duration.ofDays(91));

    assertThat(leader.keep(clock.instant())).isEqualTo(second.withoutPrevious());
    assertThat(secret()).containsOnlyKeys("tls.crt", "tls.key");
  }

  @Test
  void ofTwoWhoThinkThatTheyLeadOneWins() {
    leader().keep(clock.instant());
    var before = (AuthorityStore.Found.Stored) store.find();
    var renewed = before.authorities().renewed(clock.instant());

    assertThat(store.replace(before.resourceVersion(), renewed))
        .isEqualTo(AuthorityStore.Written.DONE);
    assertThat(store.replace(before.resourceVersion(), before.authorities()))
        .isEqualTo(AuthorityStore.Written.OVERTAKEN);
    assertThat(stored()).isEqualTo(renewed);
  }

  @Test
  void aSecretThatWasDeletedComesBackAndTheOldStaysTrusted() {
    var leader = leader();
    var follower = follower();
    var first = leader.keep(clock.instant());
    follower.keep(clock.instant());
    installation.deleteAuthority();

    var second = follower.keep(clock.instant());

    assertThat(second.previous()).contains(first.current());
    assertThat(leader.keep(clock.instant())).isEqualTo(second);
  }

  @Test
  void aSecretThatCannotBeReadIsTheLeadersToMend() {
    var leader = leader();
    var follower = follower();
    var first = leader.keep(clock.instant());
    follower.keep(clock.instant());
    installation
        .controlPlane
        .kubectl()
        .run(
            "patch",
            "secret",
            AuthorityStore.SECRET,
            "-n",
            installation.namespace,
            "-p={\"data\": {\"tls.key\": \"AAAA\"}}");

    assertThat(follower.keep(clock.instant())).isEqualTo(first);
    assertThatThrownBy(() -> follower().keep(clock.instant()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the Secret apiauth-ca holds no authority");
    assertThat(leader.keep(clock.instant()).previous()).contains(first.current());
    assertThat(follower.keep(clock.instant())).isEqualTo(stored());
  }

  private AuthorityKeeper leader() {
    return new AuthorityKeeper(store, () -> true);
  }

  private AuthorityKeeper follower() {
    return new AuthorityKeeper(store, () -> false);
  }

  private Authorities stored() {
    return ((AuthorityStore.Found.Stored) store.find()).authorities();
  }

  private Map<String, String> secret() {
    return installation
        .controlPlane
        .client()
        .secrets()
        .inNamespace(installation.namespace)
        .withName(AuthorityStore.SECRET)
        .get()
        .getData();
  }
}
