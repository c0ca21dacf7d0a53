package dev.apiauth.policy.credential;

import java.util.Optional;

/**
 * What a request presents to prove who is calling. Cookies are not among them: a cookie proves
 * nothing by being there.
 *
 * <p>{@code toString} never shows the secret part.
 */
public sealed interface Credential {

  /** The request presents none. */
  Credential NONE = new None();

  /** The request presents none. */
  record None() implements Credential {}

  /**
   * {@code Authorization: Bearer} (RFC 6750, section 2.1).
   *
   * @param token the token, of the alphabet of {@code b64token}
   */
  record Bearer(String token) implements Credential {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  /**
   * {@code Authorization: Basic} (RFC 7617).
   *
   * @param username up to the first colon
   * @param password the rest; clients that know nothing else put a token here
   */
  record Basic(String username, String password) implements Credential {
    @Override
    public String toString() {
      return "Basic";
    }
  }

  /**
   * The header field that a policy names for API tokens.
   *
   * @param token what it holds; not empty
   */
  record ApiKey(String token) implements Credential {
    @Override
    public String toString() {
      return "ApiKey";
    }
  }

  /**
   * The parameters {@code os_username} and {@code os_password}, which Seraph takes from query and
   * form.
   *
   * @param username the name, empty if there was a password alone
   */
  record PasswordParameters(String username) implements Credential {}

  /**
   * A request that another application signed with OAuth 1.0a (RFC 5849).
   *
   * @param consumerKey the application
   * @param requestor the user that it wants to act as, if it names one ({@code
   *     xoauth_requestor_id})
   */
  record ConsumerSignature(String consumerKey, Optional<String> requestor) implements Credential {}

  /**
   * A request that another application signed with a JWT of its own ({@code Authorization: JWT} or
   * {@code ?jwt=}).
   *
   * @param token the JWT; only the product can verify it
   */
  record ConsumerToken(String token) implements Credential {
    @Override
    public String toString() {
      return "ConsumerToken";
    }
  }

  /**
   * {@code Authorization} with a scheme that nobody here knows.
   *
   * @param scheme the scheme in lower case
   */
  record UnknownScheme(String scheme) implements Credential {}
}
