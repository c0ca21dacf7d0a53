package dev.apiauth.e2e.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tokens on file, those on file in ways that do not work, what callers send, and a Secret that is
 * nobody's business: after a life with edits, mistakes and a restart, nothing shows any of them.
 */
class SecretsStayWhereTheyArePlanted {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();
  private static final String PATH = "/rest/api/2/myself";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Canary ON_FILE = Canary.plantedIn("token on file");
  private static final Canary LISTED = Canary.plantedIn("token in a list");
  private static final Canary SPACED = Canary.plantedIn("token with a space");
  private static final Canary UNREADABLE = Canary.plantedIn("list that is no YAML");
  private static final Canary MISNAMED = Canary.plantedIn("entry with an unknown key");
  private static final Canary MISPLACED = Canary.plantedIn("token in the place of a time");
  private static final Canary UNRELATED = Canary.plantedIn("Secret without the label");
  private static final Canary PASSWORD = Canary.plantedIn("password of a caller");
  private static final Canary QUERY = Canary.plantedIn("password in a query");
  private static final Canary BEARER = Canary.plantedIn("bearer token of a caller");

  private final WhatIsSeen seen = new WhatIsSeen(CLUSTER, TEAM, "jira-0");

  @Test
  void andNothingElseShowsThem() {
    plant();
    TEAM.deploy(Product.JIRA);
    TEAM.awaitCondition(Product.JIRA, "Programmed", "True");
    List<Canary> canaries = canaries(call(TEAM.client(Product.JIRA)));
    editBadlyAndWell();
    assertNothingIsShown(canaries);

    new TeamPod(TEAM, "jira-0").replace();
    TEAM.awaitCondition(Product.JIRA, "Programmed", "True");
    canaries.addAll(canaries(call(TEAM.client(Product.JIRA))));

    assertNothingIsShown(canaries);
    assertThat(seen.secretsWith(ON_FILE)).containsExactly(in("apiauth-jira"), in("on-file"));
    assertThat(seen.secretsWith(LISTED)).containsExactly(in("apiauth-jira"), in("listed"));
    assertThat(seen.secretsWith(UNRELATED)).containsExactly(in("unrelated"));
  }

  /** All with distinct users, so that one mistake does not hide the next. */
  private static void plant() {
    secret("on-file", Map.of("username", "erin", "token", ON_FILE.secret()));
    secret("listed", list("{username: frank, token: %s}", LISTED));
    secret("spaced", Map.of("username", "grace", "token", SPACED.secret() + " x"));
    secret("unreadable", list("{username: heidi, token: \"%s", UNREADABLE));
    secret("misnamed", list("{username: ivan, tokens: %s}", MISNAMED));
    secret("misplaced", Map.of("username", "judy", "token", "x", "expires", MISPLACED.secret()));
    TEAM.apply(
        manifest("unrelated", Map.of("password", UNRELATED.secret()))
            .without("/metadata/labels")
            .yaml());
  }

  private static Map<String, String> list(String entry, Canary canary) {
    return Map.of("pats.yaml", "- " + entry.formatted(canary.secret()) + "\n");
  }

  private static void secret(String name, Map<String, String> content) {
    TEAM.apply(manifest(name, content).yaml());
  }

  private static Manifest manifest(String name, Map<String, String> content) {
    return Manifest.of("{apiVersion: v1, kind: Secret, metadata: {labels: {}}}")
        .with("/metadata/name", name)
        .with("/metadata/namespace", TEAM.namespace())
        .with("/metadata/labels", Map.of("apiauth.dev/pat-vault", "jira"))
        .with("/stringData", content);
  }

  /** Calls in many ways, and returns the token of the one that works. */
  private static String call(Client client) {
    String token = CLUSTER.keycloak().tokenByAuthorizationCode("alice");
    assertThat(client.get(PATH).bearer(token).send().status()).isEqualTo(200);
    assertThat(client.get(PATH).basic("alice", PASSWORD.secret()).send().status()).isEqualTo(403);
    String query = "?os_username=alice&os_password=" + QUERY.secret();
    assertThat(client.get(PATH + query).send().status()).isGreaterThanOrEqualTo(400);
    for (Canary own : List.of(BEARER, ON_FILE)) {
      assertThat(client.get(PATH).bearer(own.secret()).send().status()).isEqualTo(401);
    }
    return token;
  }

  private static List<Canary> canaries(String bearerToken) {
    var all =
        new ArrayList<>(
            List.of(
                ON_FILE,
                LISTED,
                SPACED,
                UNREADABLE,
                MISNAMED,
                MISPLACED,
                UNRELATED,
                PASSWORD,
                QUERY,
                BEARER));
    all.add(new Canary("signature of a token", signature(bearerToken)));
    CLUSTER
        .vault(Product.JIRA)
        .tokens()
        .forEach((user, token) -> all.add(new Canary("token of " + user, token)));
    return all;
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private static void editBadlyAndWell() {
    Manifest resource = TEAM.resource(Product.JIRA);
    TEAM.apply(resource.with("/spec/providers/0/preset", "NoSuchPreset").yaml());
    TEAM.awaitCondition(Product.JIRA, "Accepted", "False");
    secret("later", Map.of("username", "ken", "token", "y", "expires", MISPLACED.secret()));
    TEAM.apply(resource.with("/spec/access/groups/allow", "[jira-api-users, others]").yaml());
    TEAM.awaitCondition(Product.JIRA, "Accepted", "True");
    Team.await(
        SOON,
        "the mistake is named",
        () -> TEAM.condition(Product.JIRA, "ResolvedRefs", "message").contains("misplaced"));
  }

  private void assertNothingIsShown(List<Canary> canaries) {
    seen.everywhere()
        .forEach(
            (place, text) -> {
              assertThat(text).as(place).isNotBlank();
              assertThat(canaries.stream().filter(canary -> canary.isIn(text))).as(place).isEmpty();
            });
  }

  private static String in(String secret) {
    return TEAM.namespace() + "/" + secret;
  }
}
