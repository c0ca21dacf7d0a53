package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.TokenDraft;
import dev.apiauth.testkit.idp.TokenForge;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Tokens with the members that Okta documents, in drafts that a test may change: {@code scp} is an
 * array, {@code cid} the client, {@code uid} the user's id.
 *
 * @param forge of one authorization server
 * @param audience of its access tokens
 * @param clientId of the client that asks for them
 */
public record OktaTokens(TokenForge forge, String audience, String clientId) {

  /** An access token of a person; without groups there is no such claim. */
  public TokenDraft ofPerson(Person person) {
    var draft =
        base(clientId)
            .claim("uid", uid(person))
            .claim("scp", List.of("openid", "profile"))
            .claim("auth_time", forge.clock().instant().getEpochSecond())
            .subject(person.email());
    return person.groups().isEmpty() ? draft : draft.claim("groups", person.groups());
  }

  /** An application's own: subject and client are one, and there is no {@code uid}. */
  public TokenDraft ofApplication(String application) {
    return base(application).claim("scp", List.of("jira.read")).subject(application);
  }

  /** An ID token: its subject is the {@code uid}, its audience the client. */
  public TokenDraft idToken(Person person) {
    return forge
        .plainToken()
        .claim("ver", 1)
        .claim("jti", "ID." + UUID.randomUUID())
        .audience(clientId)
        .subject(uid(person))
        .claim("nonce", "n-0S6_WzA2Mj")
        .claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")
        .claim("amr", List.of("pwd"))
        .claim("idp", "00ostandinidp00001d7")
        .claim("preferred_username", person.email());
  }

  private TokenDraft base(String client) {
    return forge
        .plainToken()
        .claim("ver", 1)
        .claim("jti", "AT." + UUID.randomUUID())
        .audience(audience)
        .claim("cid", client);
  }

  static String uid(Person person) {
    return "00u" + StableId.capitals(person.username(), 17).toLowerCase(Locale.ROOT);
  }
}
