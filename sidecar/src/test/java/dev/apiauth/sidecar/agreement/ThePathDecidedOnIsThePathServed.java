package dev.apiauth.sidecar.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.product.record.SeenRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every target that servers are known to disagree about: it is refused, or the path that the
 * sidecar decided on is the one that Tomcat serves (5-security 2.2).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThePathDecidedOnIsThePathServed {

  private final StubCompany company = new StubCompany();
  private final Protected jira = company.trusted(Scenario.jira()).start();
  private final Protected open =
      company.trusted(Scenario.jira()).with("/spec/credentials/anonymous/policy", "Allow").start();

  @BeforeAll
  void fetchKeys() {
    jira.client().get("/rest/api/2/myself").bearer(company.tokenOf("alice")).send();
  }

  @AfterAll
  void stop() {
    jira.close();
    open.close();
    company.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"servletTable", "tomcatsNormalization", "publishedAttacks", "ours"})
  void withAToken(String target) {
    assertAgreement(jira, target, "Authorization: Bearer " + company.tokenOf("alice") + "\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"servletTable", "tomcatsNormalization", "publishedAttacks", "ours"})
  void byAnybody(String target) {
    assertAgreement(open, target, "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("publishedAttacks")
  void publishedAttacksAreRefusedBeforeTheProduct(String target) {
    int before = jira.reachedProduct().size();

    int status = send(jira, target, "");

    assertThat(status).isIn(400, 401, 403);
    assertThat(jira.reachedProduct()).hasSize(before);
  }

  private static void assertAgreement(Protected product, String target, String field) {
    int seenBefore = product.reachedProduct().size();
    int linesBefore = product.audit().size();

    int status = send(product, target, field);

    List<SeenRequest> all = product.reachedProduct();
    List<SeenRequest> reached = all.subList(seenBefore, all.size());
    if (reached.isEmpty()) {
      assertThat(status).isBetween(400, 499);
      return;
    }
    Eventually.holds(() -> product.audit().size() > linesBefore, "the decision is recorded");
    String decidedOn = product.audit().getLast().request().path();
    assertThat(reached)
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.servletPath()).as("status " + status).isEqualTo(plain(decidedOn)));
  }

  private static int send(Protected product, String target, String field) {
    try (var client = RawHttpClient.to(product.sidecar().port())) {
      return client
          .send("GET " + target + " HTTP/1.1\r\nHost: jira\r\n" + field + "\r\n")
          .finalAnswer()
          .status();
    }
  }

  /** The path as text; a plus sign stands for itself in a path. */
  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Stream<String> servletTable() throws IOException {
    return Targets.ofTheServletTable();
  }

  private static Stream<String> tomcatsNormalization() throws IOException {
    return Targets.ofTomcatsNormalization();
  }

  private static Stream<String> publishedAttacks() throws IOException {
    return Targets.ofPublishedAttacks();
  }

  private static Stream<String> ours() throws IOException {
    return Targets.ofOurs();
  }
}
