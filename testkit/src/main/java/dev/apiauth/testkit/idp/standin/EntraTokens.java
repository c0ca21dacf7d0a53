package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenDraft;
import dev.apiauth.testkit.idp.TokenForge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Tokens with the members that Microsoft documents (learn.microsoft.com: "Access token claims
 * reference", "ID token claims reference"), in drafts that a test may change.
 *
 * @param version of the tokens
 * @param tenant that issues them
 * @param audience of access tokens: the API's id (version 2), or its id or URI (version 1)
 * @param key one signs for all tenants, so that nothing but the claims tells them apart
 * @param clock dates them
 */
public record EntraTokens(
    EntraVersion version, String tenant, String audience, SigningKey key, InstantSource clock) {

  /** The application that people log in with. */
  public static final String CLIENT = "6731de76-14a6-49ae-97bc-6eba6914391e";

  /** More groups than this are not written into a token. */
  public static final int MOST_GROUPS = 200;

  EntraTokens in(String otherTenant) {
    return new EntraTokens(version, otherTenant, audience, key, clock);
  }

  /** An access token of a person; group ids, or the marks of an overage, if there are groups. */
  public TokenDraft ofPerson(Person person) {
    var draft =
        base()
            .audience(audience)
            .subject(StableId.capitals(person.username() + audience, 43))
            .claim("oid", oid(person))
            .claim("name", person.username())
            .claim("scp", "access");
    return withGroups(named(by(draft, "0"), person), person);
  }

  /** An application's own: roles and no scopes, and the subject is the object id. */
  public TokenDraft ofApplication(String clientId) {
    var oid = StableId.uuid("service principal of " + clientId);
    var draft = base().audience(audience).subject(oid).claim("oid", oid).claim("idtyp", "app");
    return by(draft, "1")
        .claim(version == EntraVersion.V2 ? "azp" : "appid", clientId)
        .claim("roles", List.of("Api.ReadWrite.All"));
  }

  /** An ID token for {@link #CLIENT}. */
  public TokenDraft idToken(Person person) {
    return base()
        .audience(CLIENT)
        .subject(StableId.capitals(person.username() + CLIENT, 43))
        .claim("oid", oid(person))
        .claim("name", person.username())
        .claim("preferred_username", person.email())
        .claim("nonce", "678910");
  }

  /** The mark of an overage that tokens of the implicit flow carry. */
  public TokenDraft withImplicitOverage(Person person) {
    return ofPerson(person).withoutClaim("groups").claim("hasgroups", true);
  }

  private TokenDraft base() {
    var draft =
        new TokenForge(version.issuerOf(tenant), key, clock)
            .plainToken()
            .typ("JWT")
            .notBeforeIn(Duration.ZERO)
            .claim("tid", tenant)
            .claim("uti", StableId.capitals(tenant, 22))
            .claim("rh", "0.AUYA-standin.")
            .claim("ver", version == EntraVersion.V2 ? "2.0" : "1.0");
    return version == EntraVersion.V1 ? draft.header("x5t", key.kid()) : draft;
  }

  private TokenDraft by(TokenDraft draft, String authentication) {
    return version == EntraVersion.V2
        ? draft.claim("azp", CLIENT).claim("azpacr", authentication)
        : draft.claim("appid", CLIENT).claim("appidacr", authentication);
  }

  private TokenDraft named(TokenDraft draft, Person person) {
    return version == EntraVersion.V2
        ? draft.claim("preferred_username", person.email())
        : draft
            .claim("upn", person.email())
            .claim("unique_name", person.email())
            .claim("amr", List.of("pwd"));
  }

  private TokenDraft withGroups(TokenDraft draft, Person person) {
    if (person.groups().isEmpty()) {
      return draft;
    }
    if (person.groups().size() <= MOST_GROUPS) {
      return draft.claim("groups", person.groups().stream().map(EntraTokens::groupId).toList());
    }
    return draft
        .claim("_claim_names", Map.of("groups", "src1"))
        .claim("_claim_sources", Map.of("src1", Map.of("endpoint", memberships(person))));
  }

  /** Still the address of the API before Graph, which has been switched off. */
  private String memberships(Person person) {
    return "https://graph.windows.net/%s/users/%s/getMemberObjects".formatted(tenant, oid(person));
  }

  static String oid(Person person) {
    return StableId.uuid(person.username());
  }

  static String groupId(String group) {
    return StableId.uuid("group " + group);
  }
}
