package dev.apiauth.e2e.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.e2e.operator.AuditLog.Write;
import dev.apiauth.e2e.operator.Jira.Allowed;
import dev.apiauth.e2e.operator.SteadyCallers.Caller;
import dev.apiauth.testkit.cluster.OperatorProcess;
import dev.apiauth.testkit.process.Pauses;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody calls Jira all the time. Whatever becomes of the operator, each answer is that of the
 * policy before an edit or of the one after it, and what was new once stays.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheOperatorMayEndAtAnyPoint {

  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int RESOURCES = 10;
  private static final int TEAMS = 2;

  /** A lease that was not given back is free after 15 seconds. */
  private static final Duration CONVERGENCE = Duration.ofSeconds(45);

  private final AuditLog audit = AuditLog.ofAccount("apiauth");
  private Cluster cluster;
  private Jira jira;
  private Map<String, Integer> restarts;
  private Allowed allowed = Allowed.API_USERS;

  @BeforeAll
  void start() {
    cluster = Cluster.start(audit.controlPlane(), TEAMS);
    Team team = cluster.newTeam();
    jira = new Jira(team);
    team.deploy(Product.JIRA);
    team.awaitCondition(Product.JIRA, "Ready", "True");
    restarts = jira.restarts();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  /** Ten resources, one of them with a pod that is asked how it is. */
  @Test
  @Order(1)
  void anIdleOneWritesItsLeaseAndNothingElse() {
    Team other = cluster.newTeam();
    IntStream.range(1, RESOURCES).forEach(at -> other.apply(idle(other, "idle-" + at).yaml()));
    Team.await(CONVERGENCE, "ten resources have a status", () -> isReported(other));
    Pauses.pause(Duration.ofSeconds(3));
    int before = audit.writes().size();

    Pauses.pause(IDLE);

    List<Write> writes = audit.writes();
    assertThat(writes.subList(before, writes.size())).isNotEmpty().allMatch(Write::isOfLease);
  }

  private static Manifest idle(Team team, String name) {
    return team.resource(Product.JIRA)
        .with("/metadata/name", name)
        .with("/spec/targetRef/name", name);
  }

  private boolean isReported(Team team) {
    String statuses =
        team.kubectl("get", "atlassianapiauths", "--output=jsonpath={.items[*].status.policyHash}")
            .stdout();
    return statuses.split(" ").length == RESOURCES - 1;
  }

  /** When the operator is killed. */
  enum Moment {
    BEFORE_THE_EDIT,
    WITH_THE_EDIT,
    SOON_AFTER_THE_EDIT,
    WHEN_IT_IS_RENDERED,
    WHEN_A_POD_ENFORCES_IT
  }

  @ParameterizedTest
  @Order(2)
  @EnumSource
  void oneThatIsKilledIsMissedByNobody(Moment moment) {
    String rendered = jira.renderedVersion();
    try (var callers = callers()) {
      if (moment == Moment.BEFORE_THE_EDIT) kill(callers);
      edit();
      if (moment != Moment.BEFORE_THE_EDIT) {
        await(moment, rendered, callers);
        kill(callers);
      }
      cluster.startOperator();
      Team.await(CONVERGENCE, "the edit is enforced", jira::isReady);
      goOn(callers);

      assertNobodyNoticed(callers);
    }
  }

  private void await(Moment moment, String rendered, SteadyCallers callers) {
    switch (moment) {
      case BEFORE_THE_EDIT, WITH_THE_EDIT -> {}
      case SOON_AFTER_THE_EDIT -> Pauses.pause(Duration.ofMillis(60));
      case WHEN_IT_IS_RENDERED ->
          Team.await(
              CONVERGENCE, "the edit is rendered", () -> !jira.renderedVersion().equals(rendered));
      case WHEN_A_POD_ENFORCES_IT ->
          Team.await(
              CONVERGENCE,
              "the edit is enforced",
              () -> callers.lastAnswer(Caller.ALICE) == allowed.answerToAlice());
    }
  }

  /** The replica that leads has no webhook that the API server knows; the other has. */
  @Test
  @Order(3)
  void aStandbyAnswersReviewsAndTakesOver() {
    cluster.operator().kill();
    OperatorProcess leader = cluster.startReplica();
    try (leader;
        var callers = callers()) {
      Team.await(CONVERGENCE, "the replica leads", () -> leads(leader));
      OperatorProcess standby = cluster.startOperator();
      jira.scale(2);
      Team.await(
          Duration.ofMinutes(2), "a second pod is injected", () -> jira.readySidecars() == 2);
      assertThat(leads(leader)).as("the other one was on standby").isTrue();

      leader.kill();
      edit();
      goOn(callers);
      Team.await(CONVERGENCE, "the standby makes both pods enforce the edit", jira::isReady);

      assertThat(leads(standby)).isTrue();
      goOn(callers);
      assertNobodyNoticed(callers);
    }
  }

  private boolean leads(OperatorProcess operator) {
    var lease =
        cluster
            .controlPlane()
            .client()
            .leases()
            .inNamespace("apiauth")
            .withName("apiauth-operator")
            .get();
    return ("operator-" + operator.settings().webhookPort())
        .equals(lease.getSpec().getHolderIdentity());
  }

  private SteadyCallers callers() {
    var callers =
        SteadyCallers.begin(jira.team().client(Product.JIRA), new Tokens(cluster.keycloak()));
    goOn(callers);
    return callers;
  }

  /** Some more calls of everybody. */
  private static void goOn(SteadyCallers callers) {
    int before = callers.rounds();
    Team.await(CONVERGENCE, "everybody has called", () -> callers.rounds() > before + 3);
  }

  private void kill(SteadyCallers callers) {
    cluster.operator().kill();
    goOn(callers);
  }

  private void edit() {
    allowed = allowed.next();
    jira.allow(allowed);
  }

  private void assertNobodyNoticed(SteadyCallers callers) {
    assertThat(callers.answers(Caller.NOBODY)).containsExactly(401);
    assertThat(callers.answers(Caller.BY_PASSWORD)).containsExactly(403);
    assertThat(callers.answers(Caller.CAROL)).containsExactly(200);
    assertThat(callers.answers(Caller.ALICE))
        .containsExactly(allowed.next().answerToAlice(), allowed.answerToAlice());
    assertThat(jira.restarts()).containsAllEntriesOf(restarts);
  }
}
