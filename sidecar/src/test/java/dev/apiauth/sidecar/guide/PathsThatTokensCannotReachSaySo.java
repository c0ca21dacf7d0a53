package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bitbucket honours its tokens under {@code /rest} and {@code /scm} alone, and nowhere for
 * administration (3-atlassian 2.k): elsewhere the caller would get a login page for an answer.
 */
class PathsThatTokensCannotReachSaySo {

  private static final Protected BITBUCKET = GuideProduct.BITBUCKET.scenario().start();

  @BeforeEach
  void forget() {
    BITBUCKET.product().forget();
  }

  @AfterAll
  static void stop() {
    BITBUCKET.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/api/1.0/admin/groups",
        "/rest/api/latest/admin/users",
        "/rest/zdu/cluster",
        "/projects/ABC/repos/alphabet/raw/README.md",
        "/plugins/servlet/applinks/whoami",
        "/dashboard"
      })
  void insteadOfLeadingToALoginPage(String path) {
    var answer = BITBUCKET.client().get(path).bearer(Company.realm().tokenOf("alice")).send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"adapter_cannot_reach\"");
    assertThat(BITBUCKET.product().seen()).isEmpty();
  }
}
