package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.GroupSource;
import dev.apiauth.policy.spec.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of {@link GroupRule}, and whom it binds. */
class UnknownGroupsAreNeverEnough {

  @ParameterizedTest(name = "allow {0}, groups {1}: {2}")
  @CsvSource({
    "*, not told, pass",
    "*, none, pass",
    "*, staff, pass",
    "staff, staff, pass",
    "staff, guests staff, pass",
    "staff admins, admins, pass",
    "staff, none, group_missing",
    "staff, guests, group_missing",
    "staff, Staff, group_missing",
    "staff, staff2, group_missing",
    "staff, *, group_missing",
    "staff, not told, groups_unknown"
  })
  void whoeverAsks(String allow, String groups, String expected) {
    var rules = rules(allow);

    assertThat(Told.of(permit(rules, user(groups)))).isEqualTo(expected);
    assertThat(Told.of(permit(rules, application(groups)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, allow {1}: {2}")
  @CsvSource({
    "token, staff, groups_unknown",
    "token, *, pass",
    "password, staff, groups_unknown",
    "password, *, pass",
    "link, staff, pass",
    "link, *, pass",
    "browser, staff, pass",
    "login, staff, pass",
    "anonymous, staff, pass",
    "health, staff, pass"
  })
  void norForAProductsOwnCredentialThatTellsNone(String kind, String allow, String expected) {
    assertThat(Told.of(permit(rules(allow), caller(kind)))).isEqualTo(expected);
  }

  private static AccessRules rules(String allow) {
    return new AccessRules(
        GroupSource.Credential,
        GroupRule.allowing(Set.of(allow.split(" "))),
        NetworkRule.EVERYWHERE);
  }

  private static Outcome<Principal> permit(AccessRules rules, Principal principal) {
    return rules.permit(principal, principal.groups(), Operation.Write);
  }

  private static Principal user(String groups) {
    return new Principal.User("alice", "sso", groups(groups));
  }

  private static Principal application(String groups) {
    return new Principal.Application("ci", "svc-ci", "sso", groups(groups));
  }

  private static Principal caller(String kind) {
    return switch (kind) {
      case "token" -> product(new ProductCredential.PersonalAccessToken("t"));
      case "password" -> product(new ProductCredential.Password("alice", Optional.empty()));
      case "link" -> product(new ProductCredential.ApplicationLink("jira", Optional.of("alice")));
      case "browser" -> new Principal.Browser(Optional.of("alice"));
      case "login" -> new Principal.LoggingIn();
      case "anonymous" -> new Principal.Anonymous();
      default -> new Principal.HealthProbe();
    };
  }

  private static Principal product(ProductCredential credential) {
    return new Principal.ProductUser(credential, Optional.of("alice"));
  }

  private static Optional<Set<String>> groups(String text) {
    return switch (text) {
      case "not told" -> Optional.empty();
      case "none" -> Optional.of(Set.of());
      default -> Optional.of(Arrays.stream(text.split(" ")).collect(Collectors.toSet()));
    };
  }
}
