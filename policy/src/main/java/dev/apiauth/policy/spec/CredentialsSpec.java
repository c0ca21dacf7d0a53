package dev.apiauth.policy.spec;

/**
 * What else may prove who is calling, beside the providers' tokens.
 *
 * @param passwords user name and password, in each of their spellings
 * @param personalAccessTokens the product's own personal access tokens, sent by the caller
 * @param applicationLinks calls of other applications, signed with OAuth 1.0a or as a JWT
 * @param sessions browsers that have logged in to the product
 * @param anonymous requests with neither a credential nor a session
 */
public record CredentialsSpec(
    PasswordsSpec passwords,
    ProductTokensSpec personalAccessTokens,
    ApplicationLinksSpec applicationLinks,
    SessionsSpec sessions,
    AnonymousSpec anonymous) {

  /** What holds where the section is left out. */
  public static final CredentialsSpec DEFAULT =
      new CredentialsSpec(
          PasswordsSpec.DEFAULT,
          ProductTokensSpec.DEFAULT,
          ApplicationLinksSpec.DEFAULT,
          SessionsSpec.DEFAULT,
          AnonymousSpec.DEFAULT);

  /** Absent sections take their defaults, which are the safe choice. */
  public CredentialsSpec {
    passwords = Defaults.orElse(passwords, PasswordsSpec.DEFAULT);
    personalAccessTokens = Defaults.orElse(personalAccessTokens, ProductTokensSpec.DEFAULT);
    applicationLinks = Defaults.orElse(applicationLinks, ApplicationLinksSpec.DEFAULT);
    sessions = Defaults.orElse(sessions, SessionsSpec.DEFAULT);
    anonymous = Defaults.orElse(anonymous, AnonymousSpec.DEFAULT);
  }
}
