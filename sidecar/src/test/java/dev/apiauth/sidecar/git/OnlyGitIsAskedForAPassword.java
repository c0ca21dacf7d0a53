package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Basic challenge brings git's token here, and a browser's or a script's password (B5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlyGitIsAskedForAPassword {

  private static final String BASIC = "Basic realm=\"atlassian/bitbucket\", charset=\"UTF-8\"";

  private final StubCompany company = new StubCompany();
  private final Protected bitbucket = Hosting.of(company).start();
  private final String old = company.draftFor("alice").expiresIn(Duration.ofHours(-1)).sign();

  @BeforeEach
  void forget() {
    bitbucket.product().forget();
  }

  @AfterAll
  void stop() {
    bitbucket.close();
    company.close();
  }

  @ParameterizedTest(name = "GET {0} with {1}: {2}, {3}")
  @CsvSource({
    "/scm/abc/site.git/info/refs?service=git-upload-pack, nothing, Basic, text/plain",
    "/scm/abc/site.git/info/refs?service=git-receive-pack, nothing, Basic, text/plain",
    "/scm/abc/site.git/HEAD, nothing, Basic, text/plain",
    "/git/abc/site.git/info/refs?service=git-upload-pack, nothing, Basic, text/plain",
    "/scm/abc/site.git/info/lfs/locks, nothing, Basic, application/vnd.git-lfs+json",
    "/scm/abc/site.git/info/refs?service=git-upload-pack, an old token, Basic, text/plain",
    "/scm/abc/site.git/info/lfs/locks, an old token, Basic, application/vnd.git-lfs+json",
    "/rest/api/latest/dashboard/pull-requests, nothing, Bearer, application/json",
    "/rest/api/latest/dashboard/pull-requests, an old token, Bearer, application/json",
    "/rest/git-lfs/storage/ABC/site/0123, nothing, Bearer, application/json",
    "/rest/git-lfs/storage/ABC/site/0123, an old token, Bearer, application/json",
    "/projects/ABC/repos/site/raw/README.md, nothing, Bearer, application/json",
    "/scmx/abc/site.git/info/refs, nothing, Bearer, application/json",
    "/s/x/_/scm/abc/site.git/info/refs, nothing, Basic, text/plain",
    "/s/x/_/rest/api/latest/admin/groups, nothing, Bearer, application/json"
  })
  void byThePath(String path, String credential, String scheme, String type) {
    var call = bitbucket.client().get(path);
    var answer = credential.equals("nothing") ? call.send() : call.basic("x", old).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith(scheme.equals("Basic") ? BASIC : "Bearer realm=");
    assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(1);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(bitbucket.product().seen()).isEmpty();
  }
}
