package dev.apiauth.policy.credential;

import java.util.Optional;

/** A credential that only the product can verify, and that the policy lets through to it. */
public sealed interface ProductCredential {

  /**
   * A personal access token of the product.
   *
   * @param token the token
   */
  record PersonalAccessToken(String token) implements ProductCredential {
    @Override
    public String toString() {
      return "PersonalAccessToken";
    }
  }

  /**
   * An access token of the product's own OAuth 2.0 provider.
   *
   * @param token the token
   */
  record OAuth2Token(String token) implements ProductCredential {
    @Override
    public String toString() {
      return "OAuth2Token";
    }
  }

  /**
   * What the product gave a Git LFS client to fetch or send one object with, some minutes long. It
   * names nobody whom we could check: whoever asked for it was checked then.
   *
   * @param token the token
   */
  record TransferToken(String token) implements ProductCredential {
    @Override
    public String toString() {
      return "TransferToken";
    }
  }

  /**
   * User name and password, as a header or as parameters.
   *
   * @param username the name that was sent
   * @param exception the exception that lets it through; empty where passwords are allowed anyhow
   */
  record Password(String username, Optional<String> exception) implements ProductCredential {}

  /**
   * Another application's signature.
   *
   * @param consumer the application
   * @param requestor whom it wants to act as, if it says so
   */
  record ApplicationLink(String consumer, Optional<String> requestor)
      implements ProductCredential {}
}
