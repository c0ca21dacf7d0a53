package dev.apiauth.testkit.product.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the product's own kind: a personal access token of Jira and Confluence, an HTTP access
 * token of Bitbucket.
 *
 * @param id number within the product, as its REST API names the token
 * @param owner the account as which the token acts
 * @param expiringAt absent: does not expire
 * @param value the secret itself
 */
public record PersonalAccessToken(
    String id,
    String name,
    String owner,
    Instant createdAt,
    Optional<Instant> expiringAt,
    String value) {

  boolean isHonouredAt(Instant now) {
    return expiringAt.map(now::isBefore).orElse(true);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PersonalAccessToken[" + id + " of " + owner + "]";
  }
}
