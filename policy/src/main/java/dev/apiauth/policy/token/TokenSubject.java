package dev.apiauth.policy.token;

/**
 * Who stands behind a proven token, by the product's names. A person or an application, never one
 * for the other.
 */
public sealed interface TokenSubject {

  /** The product's user that the request runs as. */
  String username();

  /** A person, named by the username claim. */
  record Person(String username) implements TokenSubject {}

  /**
   * An application that acts for itself, mapped by an administrator.
   *
   * @param clientId the provider's name for it
   */
  record Application(String clientId, String username) implements TokenSubject {}
}
