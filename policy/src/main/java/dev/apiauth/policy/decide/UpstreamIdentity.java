package dev.apiauth.policy.decide;

/**
 * What the product gets to see of the caller's identity. All that is not named here is taken out of
 * the request.
 */
public sealed interface UpstreamIdentity {

  /** Nothing: neither credential nor session cookies. */
  record Nobody() implements UpstreamIdentity {}

  /** The browser's cookies, and nothing else. */
  record Cookies() implements UpstreamIdentity {}

  /** The caller's own credential as it came, without cookies: only the product can verify it. */
  record OwnCredential() implements UpstreamIdentity {}

  /**
   * The caller's own user name and password as they came, without cookies. Products take tokens of
   * their own in a password's place, whatever name stands beside it.
   *
   * @param username whom the product must act as, if as anybody
   */
  record OwnPassword(String username) implements UpstreamIdentity {}

  /** Everything as it came: nothing was decided, or what was decided is only recorded. */
  record AsItCame() implements UpstreamIdentity {}

  /** As it came, but for a token that the product must never see: ours, or a provider's. */
  record AsItCameWithoutToken() implements UpstreamIdentity {}

  /** Everything as it came, for a login that the product decides. */
  record Login() implements UpstreamIdentity {}

  /**
   * A personal access token that was proven to be this user's.
   *
   * @param token the token, sent as Bearer
   * @param username whom the product must act as
   */
  record BoundToken(String token, String username) implements UpstreamIdentity {
    @Override
    public String toString() {
      return "BoundToken[" + username + "]";
    }
  }
}
