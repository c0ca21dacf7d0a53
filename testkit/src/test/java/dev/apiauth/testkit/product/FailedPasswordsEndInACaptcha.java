package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why no credential may reach the product that was not checked before: it locks people out. */
class FailedPasswordsEndInACaptcha {

  private static final String MYSELF = "/rest/api/2/myself";

  private final RunningProduct jira =
      ProductSimulator.jira().withUser("Alice", "wonderland").start();
  private final Asked asked = new Asked(jira);
  private final String right = Asked.basic("alice", "wonderland");
  private final String wrong = Asked.basic("ALICE", "wrong");

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void aWrongPasswordIsRefusedEvenWhereAnonymousWouldPass() {
    var answer = asked.get("/rest/api/2/project", "Authorization", wrong);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("X-Seraph-LoginReason")).isEqualTo("AUTHENTICATED_FAILED");
    assertThat(jira.failedLogins("alice")).isOne();
  }

  @Test
  void afterThreeEvenTheRightOneIsDenied() {
    for (int i = 0; i < 3; i++) {
      asked.get(MYSELF, "Authorization", wrong);
    }

    var answer = asked.get(MYSELF, "Authorization", right);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("X-Seraph-LoginReason")).isEqualTo("AUTHENTICATION_DENIED");
    assertThat(answer.header("X-Authentication-Denied-Reason"))
        .isEqualTo("CAPTCHA_CHALLENGE; login-url=" + jira.baseUri() + "/login.jsp");
  }

  @Test
  void theCaptchaLetsThePersonInAgain() {
    for (int i = 0; i < 3; i++) {
      asked.get(MYSELF, "Authorization", wrong);
    }
    jira.solveCaptcha("alice");

    assertThat(asked.get(MYSELF, "Authorization", right).actedAs()).isEqualTo("Alice");
  }

  @Test
  void parametersCountButTheRequestGoesOn() {
    var answer = asked.get("/rest/api/2/project?os_username=alice&os_password=wrong");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.actedAs()).isEqualTo("anonymous");
    assertThat(answer.header("X-Seraph-LoginReason")).isEqualTo("AUTHENTICATED_FAILED");
    assertThat(jira.failedLogins("alice")).isOne();
  }

  @Test
  void aSuccessSetsTheCountBack() {
    asked.get(MYSELF, "Authorization", wrong);
    asked.get(MYSELF, "Authorization", right);

    assertThat(jira.failedLogins("alice")).isZero();
  }

  @Test
  void anInvalidBearerDoesNotCount() {
    asked.get(MYSELF, "Authorization", "Bearer nonsense");

    assertThat(jira.failedLogins("alice")).isZero();
  }
}
