package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoTokensFollowTheDocumentation {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static final SigningKey ACCESS_KEY = SigningKey.of("RS256");
  private static final SigningKey ID_KEY = SigningKey.of("RS256");

  private final CognitoPool pool = CognitoPool.ofTheGuide();
  private final CognitoTokens tokens =
      new CognitoTokens(pool, ACCESS_KEY, ID_KEY, InstantSource.fixed(NOW));

  @Test
  void anAccessTokenHasAClientAndNoAudience() throws ParseException {
    assertThat(claims(tokens.accessToken("alice", "jira-api-users")))
        .containsEntry("iss", pool.issuer())
        .containsEntry("token_use", "access")
        .containsEntry("client_id", pool.clientId())
        .containsEntry("username", "alice")
        .containsEntry("cognito:groups", List.of("jira-api-users"))
        .containsEntry("auth_time", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 3600)
        .containsEntry("version", 2L)
        .containsKeys("scope", "sub", "jti", "origin_jti", "event_id")
        .doesNotContainKeys("aud", "cognito:username", "email");
  }

  @Test
  void aPersonWithoutGroupsHasNoSuchClaim() throws ParseException {
    assertThat(claims(tokens.accessToken("bob"))).doesNotContainKey("cognito:groups");
  }

  @Test
  void aPersonsSubjectIsAUuidThatStays() throws ParseException {
    assertThat(claims(tokens.accessToken("alice")).get("sub"))
        .asString()
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isEqualTo(claims(tokens.idToken("alice")).get("sub"));
  }

  @Test
  void anIdTokenHasAnAudienceAndAnotherNameForTheUser() throws ParseException {
    assertThat(claims(tokens.idToken("alice", "jira-api-users")))
        .containsEntry("token_use", "id")
        .containsEntry("aud", pool.clientId())
        .containsEntry("cognito:username", "alice")
        .doesNotContainKeys("client_id", "username", "scope");
  }

  @Test
  void anApplicationIsItsOwnSubjectAndHasNoUserName() throws ParseException {
    assertThat(claims(tokens.applicationToken("5client", "jira/read", "jira/write")))
        .containsEntry("token_use", "access")
        .containsEntry("sub", "5client")
        .containsEntry("client_id", "5client")
        .containsEntry("scope", "jira/read jira/write")
        .doesNotContainKeys("username", "cognito:groups", "aud", "origin_jti");
  }

  @Test
  void theHeaderNamesKeyAndAlgorithmOnly() throws ParseException {
    var header = SignedJWT.parse(tokens.accessToken("alice").sign()).getHeader();

    assertThat(header.toJSONObject()).containsOnlyKeys("kid", "alg").containsEntry("alg", "RS256");
  }

  private static Map<String, Object> claims(TokenDraft draft) throws ParseException {
    return SignedJWT.parse(draft.sign()).getPayload().toJSONObject();
  }
}
