package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * From a proven token to the product's user (A11). An application's token is only ever looked up
 * among the applications, a person's only ever by the username claim.
 *
 * @param people how people are named
 * @param mark what tells an application's token; empty where the provider has no such tokens
 * @param applications the product's user by client id, compared exactly
 * @param bounds the names that may be acted as
 */
public record SubjectMapping(
    UsernameMapping people,
    Optional<ApplicationMark> mark,
    Map<String, String> applications,
    UsernameBounds bounds) {

  /** Keeps a copy. */
  public SubjectMapping {
    applications = Map.copyOf(applications);
  }

  /**
   * Names the subject.
   *
   * @return who it is; {@link Reason#USER_UNMAPPED}, {@link Reason#APPLICATION_UNMAPPED} or {@link
   *     Reason#USERNAME_REFUSED} otherwise
   */
  public Outcome<TokenSubject> subject(TokenClaims claims) {
    return mark.filter(found -> found.holds(claims))
        .map(found -> application(found, claims))
        .orElseGet(() -> person(claims));
  }

  private Outcome<TokenSubject> person(TokenClaims claims) {
    return people.username(claims).then(bounds::admit).map(TokenSubject.Person::new);
  }

  private Outcome<TokenSubject> application(ApplicationMark found, TokenClaims claims) {
    Optional<String> clientId = found.clientId(claims);
    if (clientId.isEmpty()) {
      return unmapped("the token does not name its application beyond doubt");
    }
    String id = clientId.get();
    return Optional.ofNullable(applications.get(id))
        .map(
            username ->
                bounds
                    .admit(username)
                    .<TokenSubject>map(name -> new TokenSubject.Application(id, name)))
        .orElseGet(() -> unmapped("the application is in no entry of applications"));
  }

  private static Outcome<TokenSubject> unmapped(String finding) {
    return Refusal.of(Reason.APPLICATION_UNMAPPED).finding(finding).asOutcome();
  }
}
