package dev.apiauth.sidecar.identity;

import static dev.apiauth.sidecar.identity.FakeProduct.NO_POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whose a token is was proven by the product, and at most a minute ago; the product is asked as
 * rarely as that allows.
 */
class ABindingIsProvenAndFresh {

  private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final FakeProduct product = new FakeProduct();
  private final Bindings bindings = new Bindings(product, clock);

  @Test
  void theProductIsAskedBeforeTheFirstUse() {
    product.owner("pat-of-alice", "Alice");

    assertThat(bind("pat-of-alice", "alice")).isEqualTo(Outcome.pass("alice"));
    assertThat(product.questions()).isEqualTo(1);
  }

  @Test
  void anEntryOfSomebodyElseIsRefused() {
    product.owner("pat-of-mallory", "mallory");

    assertThat(reasonOf(bind("pat-of-mallory", "alice"))).isEqualTo(Reason.VAULT_ENTRY_FOREIGN);
  }

  @Test
  void anEntryThatTheProductDoesNotHonourIsRefusedAndAskedForAgain() {
    assertThat(reasonOf(bind("dead", "alice"))).isEqualTo(Reason.VAULT_ENTRY_DEAD);

    product.owner("dead", "alice");

    assertThat(bind("dead", "alice")).isEqualTo(Outcome.pass("alice"));
  }

  @Test
  void manyThatWaitCauseOneQuestion() {
    product.hold();
    List<Future<Outcome<String>>> waiting =
        IntStream.range(0, 100)
            .mapToObj(each -> bindings.bind("pat-of-alice", "alice", NO_POLICY))
            .toList();
    product.owner("pat-of-alice", "alice");
    product.release();

    assertThat(waiting).allMatch(bound -> bound.result().equals(Outcome.pass("alice")));
    assertThat(product.questions()).isEqualTo(1);
  }

  @Test
  void aProofIsRenewedBeforeItIsTooOldWithoutAnybodyWaiting() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    clock.forward(Duration.ofSeconds(40));
    product.hold();

    assertThat(bind("pat-of-alice", "alice")).isEqualTo(Outcome.pass("alice"));
    assertThat(product.questions()).isEqualTo(2);
  }

  @Test
  void aProofOlderThanAMinuteIsNotUsed() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    clock.forward(Duration.ofSeconds(61));
    product.hold();

    assertThat(bindings.bind("pat-of-alice", "alice", NO_POLICY).isComplete()).isFalse();
  }

  @Test
  void aRenewalThatNamesSomebodyElseCounts() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    clock.forward(Duration.ofSeconds(40));
    product.owner("pat-of-alice", "mallory");
    bind("pat-of-alice", "alice");

    assertThat(reasonOf(bind("pat-of-alice", "alice"))).isEqualTo(Reason.VAULT_ENTRY_FOREIGN);
  }

  @Test
  void aRenewalThatNamesNobodyEndsTheProof() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    clock.forward(Duration.ofSeconds(40));
    product.disown("pat-of-alice");
    bind("pat-of-alice", "alice");

    assertThat(reasonOf(bind("pat-of-alice", "alice"))).isEqualTo(Reason.VAULT_ENTRY_DEAD);
  }

  @Test
  void aProofThatCannotBeRenewedIsUsedForItsMinuteAndNotLonger() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    product.breakDown();
    clock.forward(Duration.ofSeconds(40));

    assertThat(bind("pat-of-alice", "alice")).isEqualTo(Outcome.pass("alice"));

    clock.forward(Duration.ofSeconds(21));

    assertThat(reasonOf(bind("pat-of-alice", "alice"))).isEqualTo(Reason.PRODUCT_UNREACHABLE);
  }

  @Test
  void aDroppedProofIsAskedForAgain() {
    product.owner("pat-of-alice", "alice");
    bind("pat-of-alice", "alice");
    bindings.drop("pat-of-alice");
    product.owner("pat-of-alice", "mallory");

    assertThat(reasonOf(bind("pat-of-alice", "alice"))).isEqualTo(Reason.VAULT_ENTRY_FOREIGN);
  }

  private Outcome<String> bind(String token, String user) {
    return bindings.bind(token, user, NO_POLICY).result();
  }

  private static Reason reasonOf(Outcome<String> outcome) {
    return outcome instanceof Outcome.Refused<String>(Refusal refusal)
        ? refusal.reason()
        : fail("passed: " + outcome);
  }
}
