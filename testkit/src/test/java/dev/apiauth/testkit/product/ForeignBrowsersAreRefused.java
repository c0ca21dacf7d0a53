package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The XSRF check, which a token does not lift and which compares with the address the product sees.
 */
class ForeignBrowsersAreRefused {

  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
  private static final String SEARCH = "/rest/api/2/search";

  private final RunningProduct jira = ProductSimulator.jira().withUser("alice").start();
  private final Asked asked = new Asked(jira);
  private final String token = "Bearer " + jira.issueToken("alice").value();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void withoutAnOrigin() {
    var answer = asked.post(SEARCH, "{}", "User-Agent", FIREFOX, "Authorization", token);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("XSRF check failed");
  }

  @Test
  void withAnotherOrigin() {
    var answer =
        asked.post(SEARCH, "{}", "User-Agent", FIREFOX, "Origin", jira.baseUri() + ".evil.example");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void butNotFromTheProductsOwnPages() {
    var answer =
        asked.post(
            SEARCH, "{}", "User-Agent", FIREFOX, "Referer", jira.baseUri() + "/browse/ABC-1");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aReadingBrowserIsNotAsked() {
    assertThat(asked.get(SEARCH, "User-Agent", FIREFOX).status()).isEqualTo(200);
  }

  @Test
  void whatAFormCouldSendNeedsTheHeader() {
    var upload =
        asked
            .request("/rest/api/2/issue/ABC-1/attachments", "Authorization", token)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString("--x--"));

    assertThat(asked.send(upload).status()).isEqualTo(403);
    assertThat(asked.send(upload.header("X-Atlassian-Token", "no-check")).status()).isEqualTo(200);
  }
}
