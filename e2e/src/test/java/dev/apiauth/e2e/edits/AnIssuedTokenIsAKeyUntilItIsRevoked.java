package dev.apiauth.e2e.edits;

import static dev.apiauth.testkit.product.site.Product.JIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.scenario.Manifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A token as a resource, from the hands of its issuer to Jira behind an injected sidecar. */
class AnIssuedTokenIsAKeyUntilItIsRevoked {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();

  private static RunningJira jira;

  @BeforeAll
  static void deploy() {
    jira = RunningJira.deploy(TEAM, CLUSTER.node(), 2, TEAM.statefulSet(JIRA));
    TEAM.apply(TEAM.resource(JIRA).with("/spec/credentials/apiTokens", "{}").yaml());
    jira.awaitReady();
  }

  @AfterAll
  static void end() {
    jira.close();
  }

  @Test
  void inEveryPodAndWithinSeconds() {
    TEAM.apply(token("script", "[jira-api-users]"));
    String value = valueOf("script");

    Team.await(
        SOON,
        "the token does not work",
        () -> jira.answers(value).stream().allMatch(Integer.valueOf(200)::equals));
    assertThat(jira.answers(value.substring(0, value.length() - 1))).containsOnly(401);

    Edit.of(jira, () -> TEAM.kubectl("delete", "apitoken/script")).isInForce(value, 401);
    Team.await(
        SOON,
        "the garbage collector left the Secret",
        () -> !TEAM.kubectl("get", "secret/script-api-token").succeeded());
  }

  @Test
  void andItsGroupsAreWhatItsIssuerWrote() {
    TEAM.apply(token("guest", "[visitors]"));
    String value = valueOf("guest");

    Team.await(
        SOON,
        "the token is not known to be a guest's",
        () -> jira.answers(value).stream().allMatch(Integer.valueOf(403)::equals));

    Edit.of(jira, () -> TEAM.apply(token("guest", "[jira-api-users]"))).isInForce(value, 200);
  }

  private static String token(String name, String groups) {
    return Manifest.of("{apiVersion: apiauth.dev/v1alpha1, kind: AtlassianApiToken}")
        .with("/metadata/name", name)
        .with("/metadata/namespace", TEAM.namespace())
        .with("/spec/policyRef/name", Team.key(JIRA))
        .with("/spec/username", "alice")
        .with("/spec/groups", groups)
        .with("/spec/lifetime", "24h")
        .yaml();
  }

  private static String valueOf(String token) {
    assertThat(
            TEAM.kubectl("wait", "--for=condition=Ready", "--timeout=30s", "apitoken/" + token)
                .succeeded())
        .isTrue();
    String data =
        TEAM.kubectl("get", "secret/" + token + "-api-token", "--output=jsonpath={.data.token}")
            .stdout();
    return new String(Base64.getDecoder().decode(data.strip()), StandardCharsets.UTF_8);
  }
}
