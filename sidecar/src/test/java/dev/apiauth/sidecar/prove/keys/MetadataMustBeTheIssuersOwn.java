package dev.apiauth.sidecar.prove.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.egress.EgressAnswer;
import dev.apiauth.sidecar.prove.Forge;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * OpenID Connect Discovery 1.0, section 4.3: the issuer in the metadata equals the configured one,
 * or there are no keys.
 */
class MetadataMustBeTheIssuersOwn {

  private static final String ISSUER = "https://idp.example/realms/one";
  private static final String METADATA_URL =
      "http://keycloak.idp.svc:8080/realms/one/.well-known/openid-configuration";
  private static final String JWKS = "https://idp.example/jwks";

  private final Map<String, String> web =
      new HashMap<>(
          Map.of(
              JWKS,
              Forge.keySet(Laboratory.FIRST),
              "https://idp.example/moved",
              Forge.keySet(Laboratory.FIRST, Laboratory.SECOND)));
  private final List<String> asked = new ArrayList<>();
  private final DiscoverySource source =
      new DiscoverySource(this::get, new KeyLocation.Discovery(Set.of(ISSUER), METADATA_URL));

  @Test
  void keysAreFetchedFromWhereTheMetadataSay() throws Exception {
    metadata(ISSUER, JWKS);

    assertThat(Laboratory.await(source.fetch())).isInstanceOf(KeyFetch.Fetched.class);
    assertThat(asked).containsExactly(METADATA_URL, JWKS);
  }

  @ParameterizedTest
  @CsvSource({
    "https://idp.example/realms/two",
    "https://idp.example/realms/one/",
    "HTTPS://idp.example/realms/one",
    "''"
  })
  void anotherIssuersMetadataLeadNowhere(String issuer) throws Exception {
    metadata(issuer, JWKS);

    assertThat(because(Laboratory.await(source.fetch())))
        .isEqualTo("The provider's metadata are of another issuer than " + ISSUER + ".");
    assertThat(asked).containsExactly(METADATA_URL);
  }

  @Test
  void metadataWithoutKeysLeadNowhere() throws Exception {
    web.put(METADATA_URL, "{\"issuer\":\"" + ISSUER + "\"}");

    assertThat(because(Laboratory.await(source.fetch()))).contains("name no key set");
  }

  @Test
  void whatIsNoMetadataLeadsNowhere() throws Exception {
    web.put(METADATA_URL, "[\"secret of the provider\"]");

    assertThat(because(Laboratory.await(source.fetch()))).doesNotContain("secret");
  }

  @Test
  void anUnknownKeyAsksOnlyForTheKeySet() throws Exception {
    metadata(ISSUER, JWKS);
    Laboratory.await(source.fetch());
    asked.clear();
    Laboratory.await(source.fetchAgain());

    assertThat(asked).containsExactly(JWKS);
  }

  @Test
  void aMovedKeySetIsFoundByTheNextWholeFetch() throws Exception {
    metadata(ISSUER, JWKS);
    Laboratory.await(source.fetch());
    metadata(ISSUER, "https://idp.example/moved");

    assertThat(Laboratory.await(source.fetch()))
        .isInstanceOfSatisfying(
            KeyFetch.Fetched.class, fetched -> assertThat(fetched.keys().size()).isEqualTo(2));
  }

  @Test
  void aPageThatIsNoKeySetIsAFailure() throws Exception {
    metadata(ISSUER, JWKS);
    web.put(JWKS, "{\"error\":\"secret of the provider\"}");

    assertThat(because(Laboratory.await(source.fetch())))
        .isEqualTo("The key set was fetched, but is none (RFC 7517, section 5).");
  }

  private void metadata(String issuer, String jwksUri) {
    web.put(METADATA_URL, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwksUri));
  }

  private Future<EgressAnswer> get(String url) {
    asked.add(url);
    String body = web.getOrDefault(url, "");
    return Future.succeededFuture(new EgressAnswer.Document(Buffer.buffer(body)));
  }

  private static String because(KeyFetch fetch) {
    return fetch instanceof KeyFetch.Failed(String because) ? because : "fetched";
  }
}
