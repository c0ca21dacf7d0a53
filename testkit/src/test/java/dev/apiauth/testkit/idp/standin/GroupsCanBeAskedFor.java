package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With our own registration at the provider, page by page, as its documentation says. */
class GroupsCanBeAskedFor {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  private final StandInNetwork network = StandInNetwork.open();
  private final Caller caller = new Caller(network);

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void atGraphByNextLinks() throws Exception {
    var entra = EntraStandIn.startIn(network, EntraVersion.V2);
    var popular = Person.alice().inMoreGroups(250);
    entra.valid(popular);

    var found = new ArrayList<String>();
    var page = graph(entra, memberships(popular, "?$select=id&$top=100"));
    read(page, found);
    while (page.has("@odata.nextLink")) {
      page = graph(entra, page.path("@odata.nextLink").asText());
      read(page, found);
    }

    assertThat(found).containsExactlyElementsOf(entra.groupsOf(popular));
    assertThat(entra.seen().toHost("graph.microsoft.com")).isEqualTo(3);
  }

  @Test
  void atGraphOnlyWithThePermission() throws Exception {
    var entra = EntraStandIn.startIn(network, EntraVersion.V2);
    entra.valid(Person.alice());
    entra.grantToClient();

    assertThat(graph(entra, memberships(Person.alice(), "")).at("/error/code").asText())
        .isEqualTo("Authorization_RequestDenied");
  }

  @Test
  void atGoogleByPageTokens() throws Exception {
    var google = GoogleStandIn.startIn(network);
    var popular = Person.alice().inMoreGroups(250);
    google.valid(popular);
    var token = google(google, "admin@example.com").path("access_token").asText();
    var groups =
        "GET https://admin.googleapis.com/admin/directory/v1/groups?userKey=alice@example.com";

    var first = json(groups, bearer(token), "");
    var last =
        json(groups + "&pageToken=" + first.path("nextPageToken").asText(), bearer(token), "");

    var found = new ArrayList<String>();
    first.path("groups").forEach(group -> found.add(group.path("email").asText()));
    last.path("groups").forEach(group -> found.add(group.path("email").asText()));
    assertThat(found).containsExactlyElementsOf(google.groupsOf(popular));
    assertThat(last.has("nextPageToken")).isFalse();
  }

  @Test
  void atGoogleOnlyInTheNameOfAnAdministrator() throws Exception {
    var google = GoogleStandIn.startIn(network);
    var token = google(google, "alice@example.com").path("access_token").asText();
    var groups = "GET https://admin.googleapis.com/admin/directory/v1/groups?userKey=x@example.com";

    assertThat(json(groups, bearer(token), "").at("/error/code").asInt()).isEqualTo(403);

    google.withdrawDelegation();
    assertThat(google(google, "admin@example.com").path("error").asText())
        .isEqualTo("unauthorized_client");
  }

  private JsonNode graph(EntraStandIn entra, String uri) throws JsonProcessingException {
    var client = entra.client().orElseThrow();
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(client.id(), client.secret(), "https://graph.microsoft.com/.default");
    var endpoint =
        "POST https://login.microsoftonline.com/%s/oauth2/v2.0/token"
            .formatted(EntraStandIn.TENANT);
    var token = json(endpoint, FORM, form).path("access_token").asText();
    return json("GET " + uri, bearer(token), "");
  }

  private static String memberships(Person person, String query) {
    return "https://graph.microsoft.com/v1.0/users/%s/transitiveMemberOf%s"
        .formatted(EntraTokens.oid(person), query);
  }

  private static void read(JsonNode page, List<String> found) {
    page.path("value")
        .valueStream()
        .filter(each -> each.path("@odata.type").asText().equals("#microsoft.graph.group"))
        .forEach(each -> found.add(each.path("id").asText()));
  }

  /** Asks Google's token endpoint with an assertion signed by the key of the key file. */
  private JsonNode google(GoogleStandIn google, String actsAs)
      throws JsonProcessingException, JOSEException {
    var file = JSON.readTree(google.client().orElseThrow().secret());
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(file.path("client_email").asText())
            .audience(file.path("token_uri").asText())
            .subject(actsAs)
            .claim("scope", "https://www.googleapis.com/auth/admin.directory.group.readonly")
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    var assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    var key = JWK.parseFromPEMEncodedObjects(file.path("private_key").asText()).toRSAKey();
    assertion.sign(new RSASSASigner(key.toPrivateKey()));
    var form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
            + assertion.serialize();
    return json("POST https://oauth2.googleapis.com/token", FORM, form);
  }

  private JsonNode json(String request, Map<String, String> headers, String body)
      throws JsonProcessingException {
    return JSON.readTree(caller.call(request, headers, body).text());
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
