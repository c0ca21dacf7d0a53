package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.ExternalBase;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.product.RunningProduct;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A resource may leave open where the product listens; then its surroundings tell the sidecar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThePodSaysWhereItsProductIs {

  private static final String CONTENT = "/confluence/rest/api/content";

  private final StubCompany company = new StubCompany();
  private final Protected confluence =
      company
          .trusted(Scenario.confluence())
          .with("/spec/providers/0/audiences", "[jira]")
          .with("/spec/access/groups/allow", "[jira-api-users]")
          .without("/spec/upstream")
          .toldByThePod(ThePodSaysWhereItsProductIs::told)
          .start();

  @AfterAll
  void stop() {
    confluence.close();
    company.close();
  }

  @Test
  void whereTheResourceIsSilent() {
    assertThat(status()).isEqualTo(200);
    assertThat(outside()).isEqualTo("https pod.example.com 8443");
  }

  @Test
  void butTheResourceIsHeardFirstAlsoAfterAnEdit() {
    confluence
        .folder()
        .write(
            confluence
                .resource()
                .with("/spec/upstream/externalBaseURL", "https://wiki.example.com"));
    Eventually.holds(
        () -> status() == 200 && outside().equals("https wiki.example.com 443"), "the edit counts");

    confluence.folder().write(confluence.resource().with("/spec/upstream/contextPath", "/other"));
    Eventually.holds(() -> status() != 200, "the resource names another context path");

    confluence.folder().write(confluence.resource());
    Eventually.holds(
        () -> status() == 200 && outside().equals("https pod.example.com 8443"),
        "the resource is silent again");
  }

  private static ProductDefaults told(RunningProduct product) {
    return new ProductDefaults(
        Optional.of(product.port()),
        Optional.of(contextPath(product.contextPath())),
        Optional.of(new ExternalBase("https", "pod.example.com", 8443)));
  }

  private static ContextPath contextPath(String text) {
    return ((Parsed.Value<ContextPath>) ContextPath.parse(text)).value();
  }

  private int status() {
    return confluence.client().get(CONTENT).bearer(company.tokenOf("alice")).send().status();
  }

  private String outside() {
    var seen = confluence.reachedProduct().getLast();
    return Stream.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port")
        .map(name -> seen.headers(name).getFirst())
        .collect(Collectors.joining(" "));
  }
}
