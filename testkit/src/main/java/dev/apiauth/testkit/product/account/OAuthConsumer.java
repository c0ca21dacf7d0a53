package dev.apiauth.testkit.product.account;

import java.util.Optional;

/**
 * An incoming application link of the kind OAuth 1.0a.
 *
 * @param key consumer key ({@code oauth_consumer_key})
 * @param impersonation whether the caller may name the user to act as
 * @param executeAs account of calls that name nobody; absent: anonymous
 */
public record OAuthConsumer(String key, Impersonation impersonation, Optional<String> executeAs) {

  /** "Allow user impersonation" on the link's page. */
  public enum Impersonation {
    ALLOWED,
    REFUSED
  }

  /** A link that may act as anybody. */
  public static OAuthConsumer impersonating(String key) {
    return new OAuthConsumer(key, Impersonation.ALLOWED, Optional.empty());
  }
}
