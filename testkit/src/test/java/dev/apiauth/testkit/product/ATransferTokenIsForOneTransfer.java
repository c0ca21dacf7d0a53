package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.git.GitClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git LFS's transfer tokens: one object, one method, some minutes. */
class ATransferTokenIsForOneTransfer {

  /** Of the text {@code large}. */
  private static final String OID =
      "d35c416a85b807e9b5384915d6ebb4a9f7352713efd89857b45a242f473728a9";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final RunningProduct bitbucket =
      ProductSimulator.bitbucket().withUser("alice").withClock((InstantSource) now::get).start();
  private final Asked asked = new Asked(bitbucket);

  @BeforeEach
  void needsGit(@TempDir Path home) {
    GitClient.at(home);
  }

  @AfterEach
  void stop() {
    bitbucket.close();
  }

  @Test
  void thatOne() {
    var token = uploadToken();

    assertThat(asked.put(path(OID), "large", "Authorization", token).status()).isEqualTo(200);
    assertThat(asked.get(path(OID), "Authorization", token).status()).isEqualTo(403);
    assertThat(asked.put(path("0".repeat(64)), "", "Authorization", token).status()).isEqualTo(403);
    assertThat(
            asked.get("/rest/api/latest/dashboard/pull-requests", "Authorization", token).status())
        .isEqualTo(401);
  }

  @Test
  void untilItEnds() {
    var token = uploadToken();
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));

    assertThat(asked.put(path(OID), "large", "Authorization", token).status()).isEqualTo(401);
  }

  @Test
  void andContentIsWhatItsNameSays() {
    assertThat(asked.put(path(OID), "other", "Authorization", uploadToken()).status())
        .isEqualTo(422);
  }

  private String uploadToken() {
    var bearer = "Bearer " + bitbucket.issueToken("alice").value();
    var wish =
        "{\"operation\":\"upload\",\"objects\":[{\"oid\":\"%s\",\"size\":5}]}".formatted(OID);
    var answer =
        asked.post("/scm/abc/site.git/info/lfs/objects/batch", wish, "Authorization", bearer);
    return answer.json().at("/objects/0/actions/upload/header/Authorization").asText();
  }

  private static String path(String oid) {
    return "/rest/git-lfs/storage/ABC/site/" + oid;
  }
}
