package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import org.junit.jupiter.api.Test;

/** What the guide names first: pages, comments and spaces, made and unmade through the token. */
class WritesAreDoneAsTheTokensUser {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PAGE =
      """
      {"type": "page", "title": "Home", "space": {"key": "ABC"},
       "body": {"storage": {"value": "<p>Hi</p>", "representation": "storage"}}}\
      """;

  @Test
  void spacesPagesAndCommentsOnConfluence() {
    try (var confluence = GuideProduct.CONFLUENCE.scenario().start()) {
      var client = confluence.client();
      String api = "/confluence/rest/api/";

      Answer space = asAlice(client.post(api + "space", "{\"key\":\"ABC\",\"name\":\"Alphabet\"}"));
      Answer page = asAlice(client.post(api + "content", PAGE));
      String id = json(page).path("id").asText();
      Answer comment =
          asAlice(
              client.post(
                  api + "content",
                  "{\"type\":\"comment\",\"container\":{\"id\":\"%s\",\"type\":\"page\"}}"
                      .formatted(id)));
      Answer deleted = asAlice(client.delete(api + "content/" + id));

      assertThat(space.status()).as(space.body()).isEqualTo(200);
      assertThat(json(page).path("history").path("createdBy").path("username").asText())
          .isEqualTo("alice");
      assertThat(json(comment).path("container").path("id").asText()).isEqualTo(id);
      assertThat(deleted.status()).isEqualTo(204);
      assertThat(asAlice(client.get(api + "content/" + id)).status()).isEqualTo(404);
      everythingWasAlices(confluence);
    }
  }

  @Test
  void issuesAndCommentsOnJira() {
    try (var jira = GuideProduct.JIRA.scenario().start()) {
      var client = jira.client();
      String issues = "/rest/api/2/issue";

      Answer created =
          asAlice(
              client.post(
                  issues, "{\"fields\":{\"project\":{\"key\":\"ABC\"},\"summary\":\"Shorter\"}}"));
      String issue = issues + "/" + json(created).path("key").asText();
      Answer comment = asAlice(client.post(issue + "/comment", "{\"body\":\"Done\"}"));

      assertThat(created.status()).as(created.body()).isEqualTo(201);
      assertThat(json(comment).path("author").path("name").asText()).isEqualTo("alice");
      assertThat(asAlice(client.delete(issue)).status()).isEqualTo(204);
      assertThat(asAlice(client.get(issue)).status()).isEqualTo(404);
      everythingWasAlices(jira);
    }
  }

  private static Answer asAlice(Call call) {
    return call.bearer(Company.realm().tokenOf("alice")).send();
  }

  private static void everythingWasAlices(Protected guarded) {
    assertThat(guarded.reachedProduct())
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
  }

  private static JsonNode json(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
