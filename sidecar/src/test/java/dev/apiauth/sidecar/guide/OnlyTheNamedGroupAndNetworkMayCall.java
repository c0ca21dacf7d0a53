package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was proven still needs the group and the network: 403, and the product sees nothing. */
class OnlyTheNamedGroupAndNetworkMayCall {

  private static final String FORWARDED_FOR =
      "{type: XForwardedFor, xForwardedFor: {trustedCIDRs: [127.0.0.0/8]}}";

  /** Keycloak leaves the claim out where somebody is in no group at all. */
  @ParameterizedTest(name = "{1} on {0}")
  @CsvSource({
    "JIRA, bob, groups_unknown",
    "CONFLUENCE, bob, groups_unknown",
    "BITBUCKET, bob, groups_unknown",
    "CONFLUENCE, carol, group_missing",
    "BITBUCKET, carol, group_missing"
  })
  void usersOutsideTheGroupAreForbidden(GuideProduct product, String user, String reason) {
    try (var guarded = product.scenario().start()) {
      Answer answer =
          guarded.client().get(product.call()).bearer(Company.realm().tokenOf(user)).send();

      refused(answer, guarded, reason);
      assertThat(answer.header("WWW-Authenticate")).as("B4").contains("insufficient_scope");
    }
  }

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void addressesOutsideTheNetworksAreForbidden(GuideProduct product) {
    String token = Company.realm().tokenOf("alice");
    try (var guarded =
        product
            .scenario()
            .with("/spec/clientIP", FORWARDED_FOR)
            .with("/spec/access/cidrs/allow", List.of("203.0.113.0/24"))
            .start()) {
      refused(from("203.0.114.1", product, guarded, token), guarded, "address_refused");
      refused(
          from("203.0.113.7, 198.51.100.9", product, guarded, token), guarded, "address_refused");
      refused(
          guarded.client().get(product.call()).bearer(token).send(), guarded, "address_refused");
      assertThat(from("203.0.113.7", product, guarded, token).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void anUnexpectedProxyMakesTheAddressUnknown(GuideProduct product) {
    try (var guarded = product.scenario().start()) {
      Answer answer = from("127.0.0.1", product, guarded, Company.realm().tokenOf("alice"));

      refused(answer, guarded, "client_address_unknown");
    }
  }

  private static Answer from(
      String forwardedFor, GuideProduct product, Protected guarded, String token) {
    return guarded
        .client()
        .get(product.call())
        .bearer(token)
        .header("X-Forwarded-For", forwardedFor)
        .send();
  }

  private static void refused(Answer answer, Protected guarded, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(guarded.product().seen()).isEmpty();
  }
}
