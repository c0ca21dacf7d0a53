package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.testkit.idp.TokenDraft;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators may choose at a provider, and what its answers then look like. */
class ProvidersHaveVariants {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StandInNetwork network = StandInNetwork.open();
  private final Caller caller = new Caller(network);

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void entraHasTokensOfVersionOne() throws Exception {
    var entra = EntraStandIn.startIn(network, EntraVersion.V1);
    var claims = claims(entra.valid(Person.alice()));

    assertThat(claims.getIssuer())
        .isEqualTo("https://sts.windows.net/%s/".formatted(EntraStandIn.TENANT));
    assertThat(claims.getAudience()).isEqualTo(entra.audiences()).containsExactly("api://jira");
    assertThat(claims.getClaims())
        .containsEntry("ver", "1.0")
        .containsEntry("upn", "alice@example.com")
        .containsKeys("appid", "unique_name")
        .doesNotContainKeys("azp", "preferred_username");
  }

  @Test
  void entraMarksAnOverageInTheImplicitFlowByOneClaim() throws Exception {
    var entra = EntraStandIn.startIn(network, EntraVersion.V2);

    assertThat(claims(entra.tokens().withImplicitOverage(Person.alice())).getClaims())
        .containsEntry("hasgroups", true)
        .doesNotContainKeys("groups", "_claim_names");
  }

  @Test
  void b2cNamesThePolicyInTheIssuerToo() throws Exception {
    var b2c = B2cStandIn.startIn(network, B2cStandIn.Issuer.TENANT_AND_POLICY);

    assertThat(claims(b2c.valid(Person.alice())).getIssuer())
        .isEqualTo(
            "https://contoso.b2clogin.com/tfp/775527ff-9a37-4307-8b3d-cc311f58d925/b2c_1_signin/v2.0/");
  }

  @Test
  void b2cPoliciesOfOneTenantDifferInTheirClaimAlone() throws Exception {
    var b2c = B2cStandIn.startIn(network, B2cStandIn.Issuer.TENANT);
    var weak = claims(b2c.through(B2cStandIn.WEAK_POLICY, Person.alice()));
    var trusted = claims(b2c.valid(Person.alice()));

    assertThat(weak.getIssuer()).isEqualTo(trusted.getIssuer());
    assertThat(weak.getAudience()).isEqualTo(trusted.getAudience());
    assertThat(weak.getStringClaim("tfp")).isEqualTo("B2C_1_selfsignup");
  }

  @Test
  void gitHubEnterpriseServerHasItsApiBelowAPath() throws Exception {
    var server = GitHubStandIn.enterprise(network, "github.example.com");
    var user = get("https://github.example.com/api/v3/user", server.valid(Person.alice()));

    assertThat(server.parameters()).containsEntry("apiUrl", "https://github.example.com/api/v3");
    assertThat(user.path("login").asText()).isEqualTo("alice");
  }

  @Test
  void gitHubTellsTeamsOnlyWithTheScope() throws Exception {
    var gitHub = GitHubStandIn.startIn(network);
    var token = gitHub.withoutOrganizationScope(Person.alice());

    assertThat(get("https://api.github.com/user/teams", token).path("status").asText())
        .isEqualTo("404");
    assertThat(get("https://api.github.com/user/orgs", token).path("message").asText())
        .startsWith("You need at least read:org scope");
  }

  @Test
  void gitLabMayBeACompanysOwn() throws Exception {
    var gitLab = GitLabStandIn.selfManaged(network, "gitlab.example.com");
    var user = get("https://gitlab.example.com/oauth/userinfo", gitLab.valid(Person.alice()));

    assertThat(user.path("nickname").asText()).isEqualTo("alice");
  }

  @Test
  void googleTellsWhenNobodyConfirmedAnAddress() throws Exception {
    var google = GoogleStandIn.startIn(network);
    var token = google.unverified(Person.alice());

    var info = get("https://oauth2.googleapis.com/tokeninfo?access_token=" + token, token);
    assertThat(info.path("email_verified").asText()).isEqualTo("false");
    assertThat(info.path("email_verified").isTextual()).isTrue();
  }

  @Test
  void facebookHasTokensWithoutEnd() throws Exception {
    var facebook = FacebookStandIn.startIn(network);
    var token = facebook.neverEnding(Person.alice());
    var app = facebook.client().orElseThrow();

    var data =
        get(
                "https://graph.facebook.com/v25.0/debug_token?input_token=%s&access_token=%s%%7C%s"
                    .formatted(token, app.id(), app.secret()),
                token)
            .path("data");
    assertThat(data.path("expires_at").asLong(-1)).isZero();
    assertThat(data.path("is_valid").asBoolean()).isTrue();
  }

  @Test
  void facebookMayWantAProofOfTheSecret() throws Exception {
    var facebook = FacebookStandIn.startIn(network);
    var token = facebook.valid(Person.alice());
    facebook.proofs(FacebookStandIn.ProofPolicy.REQUIRED);
    var proof = AppSecretProof.of(facebook.client().orElseThrow(), token).hex();

    assertThat(get("https://graph.facebook.com/v25.0/me", token).at("/error/message").asText())
        .isEqualTo("API calls from the server require an appsecret_proof argument");
    assertThat(
            get("https://graph.facebook.com/v25.0/me?appsecret_proof=" + proof, token)
                .path("name")
                .asText())
        .isEqualTo("alice");
  }

  @Test
  void aBystanderSeesWhoFollowsARedirect() {
    var bystander = Bystander.startIn(network, "elsewhere.example");

    caller.call("GET " + bystander.root(), Map.of("Authorization", "Bearer abc"), "");

    assertThat(bystander.seen().shown("abc")).isTrue();
  }

  private JsonNode get(String uri, String token) throws Exception {
    var answer = caller.call("GET " + uri, Map.of("Authorization", "Bearer " + token), "");
    return JSON.readTree(answer.text());
  }

  private static JWTClaimsSet claims(TokenDraft draft) throws ParseException {
    return claims(draft.sign());
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }
}
