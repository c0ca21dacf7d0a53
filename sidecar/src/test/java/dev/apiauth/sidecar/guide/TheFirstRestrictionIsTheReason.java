package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.idp.TokenDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Where several restrictions stand in the way, one order says which is told; Shadow says it too.
 */
class TheFirstRestrictionIsTheReason {

  private static final People PEOPLE = new People();
  private static final Protected ENFORCING = scenario("Enforce").start();
  private static final Protected SHADOWING = scenario("Shadow").start();

  private static Scenario scenario(String mode) {
    return PEOPLE
        .trustedBy(Scenario.jira())
        .withTokensOnFileOf("alice")
        .with("/spec/mode", mode)
        .with(
            "/spec/clientIP", "{type: XForwardedFor, xForwardedFor: {trustedCIDRs: [127.0.0.0/8]}}")
        .with("/spec/access/cidrs", "{allow: [10.0.0.0/8], deny: [10.9.0.0/16]}")
        .with("/spec/access/groups", "{allow: [staff], deny: [leavers], readOnly: [auditors]}");
  }

  @AfterAll
  static void stop() {
    ENFORCING.close();
    SHADOWING.close();
    PEOPLE.close();
  }

  @ParameterizedTest(name = "from {0}, {1} of {2} in {3}: {4} {5} is {6}")
  @CsvFileSource(resources = "order.csv", numLinesToSkip = 1)
  void inTheDocumentedOrder(
      String from,
      String credential,
      String user,
      String groups,
      String method,
      String target,
      String reason) {
    String fields =
        "X-Forwarded-For: %s\\r\\nAuthorization: %s"
            .formatted(from, authorization(credential, user, groups));
    var request = new WireRequest(method, target, fields, null);

    RawAnswer answer = request.sendTo(ENFORCING);
    assertThat(answer.text()).contains(told(reason));
    assertThat(ENFORCING.reachedProduct()).isEmpty();

    int before = SHADOWING.audit().size();
    request.sendTo(SHADOWING);
    Eventually.holds(() -> SHADOWING.audit().size() > before, "the decision is recorded");
    assertThat(SHADOWING.audit().getLast().decision().reason()).isEqualTo(reason);
  }

  private static String authorization(String credential, String user, String groups) {
    if (credential.equals("password")) return "Basic YWxpY2U6b3Blbi1zZXNhbWU=";
    TokenDraft draft = PEOPLE.draftFor(user);
    draft =
        groups.equals("not told")
            ? draft.withoutClaim("groups")
            : draft.claim("groups", List.of(groups.split(" ")));
    return "Bearer "
        + (credential.equals("expired") ? draft.expiresIn(Duration.ofMinutes(-5)) : draft).sign();
  }

  /** A refused password is told as the product itself does when Basic is off: without a code. */
  private static String told(String reason) {
    return reason.equals("password_refused")
        ? "Basic Authentication has been disabled on this instance."
        : "\"code\":\"" + reason + "\"";
  }
}
