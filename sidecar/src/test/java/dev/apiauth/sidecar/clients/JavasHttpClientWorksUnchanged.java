package dev.apiauth.sidecar.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Java's HttpClient as it comes, which would like to speak HTTP/2 and asks for it (h2c). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavasHttpClientWorksUnchanged {

  private final StubCompany company = new StubCompany();
  private final Protected jira = company.trusted(Scenario.jira()).start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void stop() {
    http.close();
    jira.close();
    company.close();
  }

  @Test
  void projectsAreListedAndAnIssueIsCreatedAndCommented() throws Exception {
    String token = company.tokenOf("alice");
    assertThat(send(call("/rest/api/2/project", token)).statusCode()).isEqualTo(200);

    var created =
        send(
            call("/rest/api/2/issue", token)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"fields\": {\"project\": {\"key\": \"ABC\"}, \"summary\": \"x\"}}")));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String key = created.body().replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");

    var commented =
        send(
            call("/rest/api/2/issue/" + key + "/comment", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"body\": \"from Java\"}")));
    assertThat(commented.statusCode()).as(commented.body()).isEqualTo(201);
    assertThat(commented.body()).contains("alice");
  }

  @Test
  void refusalsCanBeRead() throws Exception {
    var unauthorized = send(call("/rest/api/2/project", "nonsense"));
    String outsider = company.draftFor("alice").claim("groups", List.of("x")).sign();
    var forbidden = send(call("/rest/api/2/project", outsider));

    assertThat(unauthorized.statusCode()).isEqualTo(401);
    assertThat(unauthorized.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer "));
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.body()).contains("group_missing").contains("errorMessages");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder call(String path, String token) {
    return HttpRequest.newBuilder(URI.create(Calls.address(jira) + path))
        .header("Authorization", "Bearer " + token);
  }
}
