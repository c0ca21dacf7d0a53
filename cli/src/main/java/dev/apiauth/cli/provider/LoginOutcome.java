package dev.apiauth.cli.provider;

import java.util.Optional;

/** What came of a test login. */
sealed interface LoginOutcome {

  /**
   * Tokens.
   *
   * @param accessToken for the API
   * @param idToken for the client; only where a person logged in with scope openid
   */
  record Tokens(String accessToken, Optional<String> idToken) implements LoginOutcome {
    @Override
    public String toString() {
      return "Tokens";
    }
  }

  /** The provider said no, or something that cannot be trusted. */
  record Refused(String because) implements LoginOutcome {}

  /** The provider, or the person, did not answer. */
  record Unanswered(String because) implements LoginOutcome {}
}
