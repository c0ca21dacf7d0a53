package dev.apiauth.policy.decide;

import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.GroupsClaim;
import dev.apiauth.policy.token.LookupRules;
import dev.apiauth.policy.token.ScopeRule;
import dev.apiauth.policy.token.SubjectMapping;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.policy.token.TokenSubject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identity provider, ready to decide about its tokens.
 *
 * @param name how logs and metrics call it
 * @param verification how its tokens are proven
 * @param lookups what else it is asked once a token is proven; only those that the policy needs
 * @param lookupRules what the claims must say once the look-ups were put among them
 * @param client this service as it knows it; empty where it need not be asked
 * @param limits how long keys and answers are kept
 * @param subjects who stands behind a token
 * @param scopes which scopes a token must have
 * @param groups where a token tells groups; empty where none does
 */
public record CompiledProvider(
    String name,
    Verification verification,
    List<CompiledLookup> lookups,
    LookupRules lookupRules,
    Optional<RegisteredClient> client,
    LimitsDocument limits,
    SubjectMapping subjects,
    ScopeRule scopes,
    Optional<GroupsClaim> groups) {

  /** The list is copied. */
  public CompiledProvider {
    lookups = List.copyOf(lookups);
  }

  /** Who stands behind verified claims, if the token may be used here at all. */
  public Outcome<Principal> principal(TokenClaims claims) {
    return subjects
        .subject(claims)
        .then(
            subject ->
                scopes
                    .check(claims)
                    .then(scoped -> groups(claims))
                    .map(told -> principal(subject, told)));
  }

  private Principal principal(TokenSubject subject, Optional<Set<String>> told) {
    return switch (subject) {
      case TokenSubject.Person(String username) -> new Principal.User(username, name, told);
      case TokenSubject.Application(String clientId, String username) ->
          new Principal.Application(clientId, username, name, told);
    };
  }

  private Outcome<Optional<Set<String>>> groups(TokenClaims claims) {
    return groups.map(claim -> claim.read(claims)).orElseGet(() -> Outcome.pass(Optional.empty()));
  }
}
