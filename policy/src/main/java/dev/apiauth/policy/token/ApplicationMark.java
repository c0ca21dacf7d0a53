package dev.apiauth.policy.token;

import java.util.List;
import java.util.Optional;

/**
 * What tells an application's own token (client credentials) from a person's at a provider (A11;
 * RFC 9700, section 4.15). Data of the preset.
 *
 * @param marks if all of them hold, nobody but the application stands behind the token; at least
 *     one
 * @param clientId the claims that name the application, the first that is there: Entra ID's {@code
 *     azp}, or {@code appid} in its tokens of version 1
 * @param agreement what must hold as well before that name is believed, for example that the
 *     service account is this client's own: a token that was exchanged names one application and
 *     belongs to another
 */
public record ApplicationMark(
    List<ClaimTest> marks, List<ClaimPath> clientId, List<ClaimTest> agreement) {

  /** Keeps copies; without a mark every token would be an application's. */
  public ApplicationMark {
    marks = List.copyOf(marks);
    clientId = List.copyOf(clientId);
    agreement = List.copyOf(agreement);
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("an application mark without a test");
    }
  }

  /** Whether the token is an application's. */
  boolean holds(TokenClaims claims) {
    return marks.stream().allMatch(test -> test.holds(claims));
  }

  /** The application, if the token names it beyond doubt. */
  Optional<String> clientId(TokenClaims claims) {
    return clientId.stream()
        .flatMap(claim -> claims.at(claim).stream())
        .findFirst()
        .flatMap(JsonValue::text)
        .filter(id -> agreement.stream().allMatch(test -> test.holds(claims)));
  }
}
