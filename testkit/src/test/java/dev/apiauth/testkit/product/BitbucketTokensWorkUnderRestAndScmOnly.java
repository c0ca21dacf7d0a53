package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.git.GitClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BSERV-19859 and BSERV-10482: what an injected token cannot do on Bitbucket. */
class BitbucketTokensWorkUnderRestAndScmOnly {

  private final RunningProduct bitbucket =
      ProductSimulator.bitbucket()
          .withUser("alice", "wonderland")
          .withUser("admin", "secret", "stash-administrators")
          .start();
  private final Asked asked = new Asked(bitbucket);
  private final String secret = bitbucket.issueToken("alice").value();
  private final String bearer = "Bearer " + secret;

  @AfterEach
  void stop() {
    bitbucket.close();
  }

  @Test
  void theRestApiTakesThem() {
    var answer = asked.get("/rest/api/1.0/dashboard/pull-requests", "Authorization", bearer);

    assertThat(answer.actedAs()).isEqualTo("alice");
    assertThat(answer.header("X-AUSERID")).isNotEmpty();
    assertThat(answer.json().path("values").get(0).path("author").path("user").path("slug"))
        .hasToString("\"alice\"");
  }

  @Test
  void whoamiSendsThemToTheLoginPage() {
    var answer = asked.get("/plugins/servlet/applinks/whoami", "Authorization", bearer);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .isEqualTo("/login?next=%2Fplugins%2Fservlet%2Fapplinks%2Fwhoami");
  }

  @Test
  void asAPasswordTheyWorkForGitAndFailElsewhere(@TempDir Path home) {
    GitClient.at(home); // the simulator needs git as well
    var basic = Asked.basic("Alice", secret);
    var refs = "/scm/ABC/site.git/info/refs?service=git-upload-pack";

    assertThat(asked.get(refs, "Authorization", basic).body()).startsWith("001e# service=git");
    assertThat(asked.get("/dashboard", "Authorization", basic).status()).isEqualTo(401);
    assertThat(bitbucket.failedLogins("alice")).isOne();
  }

  @Test
  void gitIsAskedForBasic() {
    var answer = asked.get("/scm/ABC/site.git/info/refs?service=git-upload-pack");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @Test
  void administrationIsClosedToThem() {
    var token = "Bearer " + bitbucket.issueToken("admin").value();
    var path = "/rest/api/latest/admin/groups";

    assertThat(asked.get(path, "Authorization", token).status()).isEqualTo(403);
    assertThat(asked.get(path, "Cookie", bitbucket.signIn("admin").header()).status())
        .isEqualTo(200);
  }

  @Test
  void theyAreMadeByTheirOwnerOnlyAndNotWithOneOfThem() {
    var path = "/rest/access-tokens/latest/users/alice";
    var wish = "{\"name\":\"ci\",\"permissions\":[\"PROJECT_READ\"],\"expiryDays\":90}";
    var alice = bitbucket.signIn("alice").header();

    var made = asked.put(path, wish, "Cookie", alice);

    assertThat(made.json().path("token").asText()).startsWith("BBDC-").hasSize(49);
    assertThat(asked.put(path, wish, "Authorization", bearer).status()).isEqualTo(401);
    assertThat(asked.put(path, wish, "Cookie", bitbucket.signIn("admin").header()).status())
        .isEqualTo(401);
    assertThat(asked.put(path, "{\"name\":\"ci\"}", "Cookie", alice).status()).isEqualTo(400);
    var id = made.json().path("id").asText();
    assertThat(asked.get(path, "Cookie", alice).body()).contains(id).doesNotContain("BBDC-");
    assertThat(asked.delete(path + "/" + id, "Cookie", alice).status()).isEqualTo(204);
  }

  @Test
  void theFormLoginSetsBitbucketsCookies() {
    var answer =
        asked.postForm(
            "/j_atl_security_check", "j_username=alice&j_password=wonderland&_atl_remember_me=on");

    assertThat(answer.header("Location")).isEqualTo("/dashboard");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("BITBUCKETSESSIONID="))
        .anyMatch(cookie -> cookie.startsWith("_atl_bitbucket_remember_me="));
  }

  @Test
  void anonymousIsRefusedInBitbucketsWords() {
    var answer = asked.get("/rest/api/latest/dashboard/pull-requests");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).startsWith("{\"errors\":[{\"context\":null,\"message\":");
  }
}
