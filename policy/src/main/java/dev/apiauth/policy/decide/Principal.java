package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.ProductCredential;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling. Sessions, pages and health checks are callers of their own kind, not exceptions
 * to the flow.
 */
public sealed interface Principal {

  /** The user of the product that the call is for, where one is known. */
  default Optional<String> user() {
    return Optional.empty();
  }

  /** The groups that the credential tells; empty if it does not tell. */
  default Optional<Set<String>> groups() {
    return Optional.empty();
  }

  /**
   * A person, proven by an identity provider's token.
   *
   * @param username the user in the product
   * @param provider which provider proved it
   * @param groups the groups that the token tells; empty if it does not tell
   */
  record User(String username, String provider, Optional<Set<String>> groups) implements Principal {
    @Override
    public Optional<String> user() {
      return Optional.of(username);
    }
  }

  /**
   * An application that acts for itself, proven by an identity provider's token and mapped by an
   * administrator.
   *
   * @param clientId the application, as the provider calls it
   * @param username the user in the product
   * @param provider which provider proved it
   * @param groups the groups that the token tells; empty if it does not tell
   */
  record Application(
      String clientId, String username, String provider, Optional<Set<String>> groups)
      implements Principal {
    @Override
    public Optional<String> user() {
      return Optional.of(username);
    }
  }

  /**
   * Whoever holds an API token of this service: a person, or a program of one.
   *
   * @param token the token, which names the user, and what it may be used for
   */
  record TokenBearer(ApiToken token) implements Principal {
    @Override
    public Optional<String> user() {
      return Optional.of(token.username());
    }

    @Override
    public Optional<Set<String>> groups() {
      return token.groups();
    }
  }

  /**
   * Somebody with a credential of the product's own.
   *
   * @param credential what only the product can verify
   * @param username who the product says it is, or who the caller says it is where the product was
   *     not asked
   */
  record ProductUser(ProductCredential credential, Optional<String> username) implements Principal {
    @Override
    public Optional<String> user() {
      return username;
    }
  }

  /**
   * A browser with a session cookie.
   *
   * @param username whom the product named for the cookie; empty where nobody asked, because
   *     anonymous callers may see the same
   */
  record Browser(Optional<String> username) implements Principal {
    @Override
    public Optional<String> user() {
      return username;
    }
  }

  /** Somebody in front of a login; the product looks at the password. */
  record LoggingIn() implements Principal {}

  /** Nobody in particular. */
  record Anonymous() implements Principal {}

  /** An orchestrator that asks whether the product lives. */
  record HealthProbe() implements Principal {}
}
