package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages, comments, spaces, issues and projects, made and unmade as the person whose token it is.
 */
class TheGuidesCallsWork {

  @ParameterizedTest
  @ValueSource(strings = {"2", "latest"})
  void onJira(String version) {
    try (var jira = ProductSimulator.jira().withUser("alice").start()) {
      var asked = new Asked(jira);
      var token = "Bearer " + jira.issueToken("alice").value();
      var issues = "/rest/api/" + version + "/issue";
      var draft = "{\"fields\":{\"project\":{\"key\":\"ABC\"},\"summary\":\"Say it shorter\"}}";

      var created = asked.post(issues, draft, "Authorization", token);
      var issue = issues + "/" + created.json().path("key").asText();
      var comment = asked.post(issue + "/comment", "{\"body\":\"Done\"}", "Authorization", token);
      var search = "/rest/api/" + version + "/search?jql=project%20%3D%20ABC";

      assertThat(created.status()).isEqualTo(201);
      assertThat(comment.json().path("author").path("name").asText()).isEqualTo("alice");
      assertThat(asked.get(issue + "/comment", "Authorization", token).json().path("total").asInt())
          .isOne();
      assertThat(asked.get(search, "Authorization", token).json().path("total").asInt()).isOne();
      assertThat(asked.get(search).json().path("total").asInt()).isZero();
      assertThat(asked.delete(issue, "Authorization", token).status()).isEqualTo(204);
      assertThat(asked.get(issue, "Authorization", token).body())
          .isEqualTo("{\"errorMessages\":[\"Issue Does Not Exist\"],\"errors\":{}}");
    }
  }

  @Test
  void onConfluence() {
    try (var confluence = ProductSimulator.confluence().withUser("alice").start()) {
      var asked = new Asked(confluence);
      var token = "Bearer " + confluence.issueToken("alice").value();

      var space =
          asked.post(
              "/rest/api/space", "{\"key\":\"ABC\",\"name\":\"Alphabet\"}", "Authorization", token);
      var page =
          asked.post(
              "/rest/api/content/",
              "{\"type\":\"page\",\"title\":\"Home\",\"space\":{\"key\":\"ABC\"},"
                  + "\"body\":{\"storage\":{\"value\":\"<p>Hi</p>\",\"representation\":\"storage\"}}}",
              "Authorization",
              token);
      var id = page.json().path("id").asText();
      var comment =
          asked.post(
              "/rest/api/content",
              "{\"type\":\"comment\",\"container\":{\"id\":\"" + id + "\",\"type\":\"page\"}}",
              "Authorization",
              token);

      assertThat(space.status()).isEqualTo(200);
      assertThat(page.json().path("history").path("createdBy").path("username").asText())
          .isEqualTo("alice");
      assertThat(comment.json().path("container").path("id").asText()).isEqualTo(id);
      assertThat(
              asked.get("/rest/api/content/", "Authorization", token).json().path("size").asInt())
          .isOne();
      assertThat(asked.get("/rest/api/content").json().path("size").asInt()).isZero();
      assertThat(asked.delete("/rest/api/content/" + id, "Authorization", token).status())
          .isEqualTo(204);
      assertThat(asked.get("/rest/api/content/" + id, "Authorization", token).body())
          .startsWith("{\"statusCode\":404,\"message\":");
    }
  }

  @Test
  void onBitbucket() {
    try (var bitbucket = ProductSimulator.bitbucket().withUser("alice").start()) {
      var asked = new Asked(bitbucket);
      var token = "Bearer " + bitbucket.issueToken("alice").value();

      assertThat(asked.get("/rest/api/latest/projects", "Authorization", token).json().path("size"))
          .hasToString("2");
      assertThat(asked.get("/rest/api/1.0/projects").json().path("size")).hasToString("0");
      assertThat(asked.get("/rest/api/1.0/application-properties").json().path("displayName"))
          .hasToString("\"Bitbucket\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira", "confluence"})
  void personalAccessTokensAreMadeAndRevokedByTheirOwner(String product) {
    var simulator =
        product.equals("jira") ? ProductSimulator.jira() : ProductSimulator.confluence();
    try (var running = simulator.withUser("alice").start()) {
      var asked = new Asked(running);
      var cookie = running.signIn("alice").header();
      var wish = "{\"name\":\"ci\",\"expirationDuration\":90}";

      var made = asked.post("/rest/pat/latest/tokens", wish, "Cookie", cookie);
      var token = "Bearer " + made.json().path("rawToken").asText();
      var listed = asked.get("/rest/pat/latest/tokens", "Cookie", cookie);

      assertThat(made.status()).isEqualTo(201);
      assertThat(asked.get("/plugins/servlet/applinks/whoami", "Authorization", token).body())
          .isEqualTo("alice");
      assertThat(listed.body()).contains("\"name\":\"ci\"").doesNotContain("rawToken");
      var id = made.json().path("id").asText();
      assertThat(asked.delete("/rest/pat/latest/tokens/" + id, "Cookie", cookie).status())
          .isEqualTo(204);
      assertThat(asked.get("/plugins/servlet/applinks/whoami", "Authorization", token).body())
          .isEmpty();
    }
  }
}
