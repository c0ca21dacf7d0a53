package dev.apiauth.operator.faults;

import static dev.apiauth.testkit.kube.fault.ApiFault.overload;
import static dev.apiauth.testkit.kube.fault.ApiFault.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.fault.ApiCall;
import dev.apiauth.testkit.kube.fault.ApiFault;
import dev.apiauth.testkit.kube.fault.FaultyApiServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operator as it is composed, its client led through a proxy that fails, before a real API
 * server. fabric8's mock server was the alternative: it knows no server-side apply, by which the
 * operator writes everything, so behind it there is no end state to be right or wrong.
 *
 * <p>Leases are spared: who cannot renew his for ten seconds has to end, which is not the subject
 * here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsMakeNobodyRunHot {

  private static final Duration LASTING = Duration.ofSeconds(6);

  /** A list and a watch: an informer whose watch ended begins again once a second. */
  private static final int CALLS_PER_SECOND_AND_WATCH = 2;

  private final FaultyApiServer api = FaultyApiServer.before(ControlPlane.shared().client());
  private final List<KubernetesClient> clients = new ArrayList<>();
  private OperatedNamespace cluster;
  private EditedJira jira;
  private int watches;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start(ControlPlane.shared(), this::throughProxy);
    jira = EditedJira.in(cluster);
    watches = api.openWatches();
  }

  private KubernetesClient throughProxy(KubernetesClient straight) {
    var account = api.through(straight);
    clients.add(account);
    return account;
  }

  @AfterAll
  void stop() {
    api.work();
    cluster.close();
    clients.forEach(KubernetesClient::close);
    api.close();
  }

  /**
   * What fails, and how.
   *
   * @param name for the report
   */
  record Failing(String name, Predicate<ApiCall> which, ApiFault fault) {

    boolean concerns(ApiCall call) {
      return which.test(call) && !call.isOfLease();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Failing> faults() {
    return List.of(
        new Failing("writes: 409", ApiCall::isWrite, refusal(409, "Conflict")),
        new Failing("reads: 410", call -> !call.isWrite(), refusal(410, "Expired")),
        new Failing("watches: 410", ApiCall::isWatch, new ApiFault.Expiry()),
        new Failing("all: 429", call -> true, overload(Duration.ofSeconds(1))),
        new Failing("all: 500", call -> true, refusal(500, "InternalError")),
        new Failing("all: cut", call -> true, new ApiFault.Cut()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void andTheEditIsRenderedInTheEnd(Failing failing) {
    api.takeCalls();
    api.fail(failing::concerns, failing.fault());
    api.cutWatches();
    EditedJira.Edit edit = jira.edit();
    Eventually.pause(LASTING);
    List<ApiCall> calls = api.takeCalls();

    api.work();

    assertThat(calls).anyMatch(failing::concerns);
    assertThat(calls).as("calls in %s", LASTING).hasSizeLessThanOrEqualTo(most(LASTING));
    assertRight(edit);
  }

  @Test
  void watchesThatAreCutAgainAndAgainAreNoFaultAtAll() {
    api.takeCalls();
    EditedJira.Edit edit = jira.edit();
    for (int i = 0; i < 10; i++) {
      api.cutWatches();
      Eventually.pause(LASTING.dividedBy(10));
    }

    assertThat(api.takeCalls()).hasSizeLessThanOrEqualTo(most(LASTING));
    assertRight(edit);
  }

  private int most(Duration time) {
    return CALLS_PER_SECOND_AND_WATCH * watches * time.toSecondsPart();
  }

  /** The edit is rendered, everything is watched once, and nobody has to be started again. */
  private void assertRight(EditedJira.Edit edit) {
    edit.awaitEnd();
    Eventually.satisfies(() -> Optional.of(api.openWatches()), open -> open == watches);
    assertThat(cluster.operator().isLeading()).isTrue();
    assertThat(cluster.ends()).isEmpty();
  }
}
