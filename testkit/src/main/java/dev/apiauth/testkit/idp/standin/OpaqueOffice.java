package dev.apiauth.testkit.idp.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Issues opaque tokens of the kinds that every provider of such tokens has.
 *
 * @param tokens where they are kept
 * @param shape what they look like
 * @param application ours
 * @param tenant ours, where the provider has several
 * @param scopes what people allow us
 */
record OpaqueOffice(
    OpaqueTokens tokens, Shape shape, String application, String tenant, List<String> scopes) {

  /**
   * What tokens look like.
   *
   * @param prefix with which they begin
   * @param length how many letters and digits follow
   */
  record Shape(String prefix, int length) {}

  /** VALID, EXPIRED, REVOKED, FORGED; and, where another application is named, of that one. */
  Optional<String> issue(TokenKind kind, Person person, String otherApplication) {
    var grant = grant(person);
    return switch (kind) {
      case VALID -> Optional.of(issue(grant));
      case EXPIRED -> Optional.of(issue(grant.ended()));
      case REVOKED -> Optional.of(revoked(grant));
      case FORGED -> Optional.of(OpaqueTokens.unknown(shape.prefix(), shape.length()));
      case OTHER_APPLICATION -> Optional.of(issue(grant.to(otherApplication)));
      default -> Optional.empty();
    };
  }

  /** What a person allows our application. */
  Grant grant(Person person) {
    return Grant.of(person, application, tenant, scopes, now());
  }

  String issue(Grant grant) {
    return tokens.issue(shape.prefix(), shape.length(), grant);
  }

  Optional<Grant> live(String token) {
    return tokens.live(token);
  }

  Instant now() {
    return tokens.clock().instant();
  }

  private String revoked(Grant grant) {
    var token = issue(grant);
    tokens.revoke(token);
    return token;
  }
}
