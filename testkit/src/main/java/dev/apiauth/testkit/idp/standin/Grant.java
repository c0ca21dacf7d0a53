package dev.apiauth.testkit.idp.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind an opaque token.
 *
 * @param person who allowed it; empty for an application's own
 * @param application that it was issued to
 * @param tenant in which it was issued, where the provider has several
 * @param scopes what was allowed
 * @param issued when
 * @param expires when it ends
 */
record Grant(
    Optional<Person> person,
    String application,
    String tenant,
    List<String> scopes,
    Instant issued,
    Instant expires) {

  private static final Duration LIFESPAN = Duration.ofHours(1);

  Grant {
    scopes = List.copyOf(scopes);
  }

  /** Of a person, for an hour from now. */
  static Grant of(
      Person person, String application, String tenant, List<String> scopes, Instant now) {
    return new Grant(Optional.of(person), application, tenant, scopes, now, now.plus(LIFESPAN));
  }

  Grant to(String otherApplication) {
    return new Grant(person, otherApplication, tenant, scopes, issued, expires);
  }

  Grant inTenant(String otherTenant) {
    return new Grant(person, application, otherTenant, scopes, issued, expires);
  }

  Grant with(List<String> otherScopes) {
    return new Grant(person, application, tenant, otherScopes, issued, expires);
  }

  Grant withoutPerson() {
    return new Grant(Optional.empty(), application, tenant, scopes, issued, expires);
  }

  /** The same, issued so long ago that it ended a minute before. */
  Grant ended() {
    var ago = LIFESPAN.plusMinutes(1);
    return new Grant(person, application, tenant, scopes, issued.minus(ago), expires.minus(ago));
  }

  boolean allows(String scope) {
    return scopes.contains(scope);
  }

  boolean endedAt(Instant now) {
    return !now.isBefore(expires);
  }

  /** Whole seconds until it ends. */
  long secondsLeft(Instant now) {
    return Duration.between(now, expires).toSeconds();
  }
}
