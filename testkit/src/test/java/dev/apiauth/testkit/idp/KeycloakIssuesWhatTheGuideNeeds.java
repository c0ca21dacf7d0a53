package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class KeycloakIssuesWhatTheGuideNeeds {

  private final KeycloakServer keycloak = KeycloakServer.shared();

  @Test
  void aPersonsAccessTokenNamesUserGroupsAndEveryProductsAudience() throws ParseException {
    var claims = claims(keycloak.tokenOf("alice"));

    assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer());
    assertThat(claims.getAudience()).contains("jira", "confluence", "bitbucket");
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("alice");
    assertThat(claims.getStringListClaim("groups"))
        .containsExactlyInAnyOrder("jira-api-users", "confluence-api-users", "bitbucket-api-users");
    assertThat(claims.getStringClaim("typ")).isEqualTo("Bearer");
    assertThat(claims.getStringClaim("azp")).isEqualTo("guide");
  }

  @Test
  void aPersonWithoutGroupsHasNoSuchClaimAtAll() throws ParseException {
    assertThat(claims(keycloak.tokenOf("bob")).getClaims()).doesNotContainKey("groups");
  }

  @Test
  void aPersonsOtherGroupsAreNamedToo() throws ParseException {
    assertThat(claims(keycloak.tokenOf("carol")).getStringListClaim("groups"))
        .containsExactlyInAnyOrder("jira-api-users", "other");
  }

  @Test
  void theLoginPageLeadsToTheSameKindOfToken() throws ParseException {
    var tokens = keycloak.mainIssuer().loginByAuthorizationCode("alice");
    var claims = claims(tokens.accessToken());

    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("alice");
    assertThat(claims.getAudience()).contains("jira");
    assertThat(claims(tokens.idToken().orElseThrow()).getClaim("nonce")).isNotNull();
  }

  @Test
  void anIdTokenIsForTheClientAndSaysSo() throws ParseException {
    var claims = claims(keycloak.idTokenOf("alice"));

    assertThat(claims.getAudience()).containsExactly("guide");
    assertThat(claims.getStringClaim("typ")).isEqualTo("ID");
  }

  @Test
  void anApplicationsTokenIsOfItsServiceAccount() throws ParseException {
    var claims = claims(keycloak.tokenOfClient("ci-bot"));

    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("service-account-ci-bot");
    assertThat(claims.getStringClaim("azp")).isEqualTo("ci-bot");
    assertThat(claims.getAudience()).contains("jira");
    assertThat(claims.getStringListClaim("groups")).contains("jira-api-users");
  }

  @Test
  void aTokenForSomethingElseDoesNotNameAProduct() throws ParseException {
    var claims = claims(keycloak.mainIssuer().tokenOf("alice", "other-app"));

    assertThat(claims.getAudience())
        .contains("other-service")
        .doesNotContain("jira", "confluence", "bitbucket");
  }

  @Test
  void anotherRealmIsAnotherIssuerWithTheSamePeople() throws ParseException {
    var claims = claims(keycloak.otherIssuer().tokenOf("alice"));

    assertThat(claims.getIssuer())
        .isEqualTo(keycloak.otherIssuer().issuer())
        .isNotEqualTo(keycloak.issuer());
    assertThat(claims.getAudience()).contains("jira");
  }

  @Test
  void aShortLivedTokenEndsAfterTwoSeconds() throws ParseException {
    var claims = claims(keycloak.mainIssuer().tokenOf("alice", "short-lived"));

    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(2));
  }

  @Test
  void aLightweightTokenIsSignedButSaysNothingOfTheUser() throws ParseException {
    var claims = claims(keycloak.mainIssuer().tokenOf("alice", "lightweight"));

    assertThat(claims.getClaims()).doesNotContainKey("preferred_username");
    assertThat(claims.getAudience()).contains("jira");
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }
}
