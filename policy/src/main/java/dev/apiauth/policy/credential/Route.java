package dev.apiauth.policy.credential;

/** Where a credential goes to be verified. Fixed before any I/O; there is no second attempt. */
public sealed interface Route {

  /** No credential to verify. */
  record Nowhere() implements Route {}

  /** Somebody logs in with a password in front of the login page; the product decides. */
  record ToLogin() implements Route {}

  /** Somebody trades a password for a session; the product decides. */
  record ToSessionLogin() implements Route {}

  /**
   * To the provider that issued the token, and to no other.
   *
   * @param provider the provider's name
   * @param token the token
   */
  record ToProvider(String provider, String token) implements Route {
    @Override
    public String toString() {
      return "ToProvider[" + provider + "]";
    }
  }

  /**
   * To the API tokens that this service issued itself.
   *
   * @param token the token
   */
  record ToApiTokens(String token) implements Route {
    @Override
    public String toString() {
      return "ToApiTokens";
    }
  }

  /**
   * To the product itself.
   *
   * @param credential what it verifies
   */
  record ToProduct(ProductCredential credential) implements Route {}
}
