package dev.apiauth.testkit.kube.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPathsLeadToFolders {

  private static final MountPaths MOUNTS =
      new MountPaths(
          Map.of(
              "/etc/apiauth", Path.of("/disk/policy"),
              "/etc/apiauth/extra/", Path.of("/disk/extra"),
              "/data", Path.of("/disk/with$dollar")));

  @ParameterizedTest
  @CsvSource({
    "/etc/apiauth, /disk/policy",
    "--policy=/etc/apiauth, --policy=/disk/policy",
    "/etc/apiauth/tls.crt, /disk/policy/tls.crt",
    "/etc/apiauth/extra/file, /disk/extra/file",
    "cat /data/a:/etc/apiauth, cat /disk/with$dollar/a:/disk/policy",
    "/etc/apiauth-old, /etc/apiauth-old",
    "/opt/etc/apiauth, /opt/etc/apiauth",
    "https://host/data, https://host/data",
    "/database, /database"
  })
  void theLongestThatFitsInWholeSegments(String word, String rewritten) {
    assertThat(MOUNTS.rewrite(word)).isEqualTo(rewritten);
  }

  @Test
  void withoutMountsNothingChanges() {
    assertThat(new MountPaths(Map.of()).rewrite("/etc/apiauth")).isEqualTo("/etc/apiauth");
  }
}
