package dev.apiauth.policy.spec;

import org.jspecify.annotations.Nullable;

/**
 * What else may prove who is calling, beside the providers' tokens.
 *
 * @param apiTokens tokens that this service issues itself; none where the section is left out
 * @param passwords user name and password, in each of their spellings
 * @param personalAccessTokens the product's own personal access tokens, sent by the caller
 * @param productOAuth2 access tokens of the product's own OAuth 2.0 provider, sent by the caller
 * @param applicationLinks calls of other applications, signed with OAuth 1.0a or as a JWT
 * @param sessions browsers that have logged in to the product
 * @param anonymous requests with neither a credential nor a session
 */
public record CredentialsSpec(
    @Nullable ApiTokensSpec apiTokens,
    PasswordsSpec passwords,
    ProductTokensSpec personalAccessTokens,
    ProductTokensSpec productOAuth2,
    ApplicationLinksSpec applicationLinks,
    SessionsSpec sessions,
    AnonymousSpec anonymous) {

  /** What holds where the section is left out. */
  public static final CredentialsSpec DEFAULT =
      new CredentialsSpec(
          null,
          PasswordsSpec.DEFAULT,
          ProductTokensSpec.DEFAULT,
          ProductTokensSpec.DEFAULT,
          ApplicationLinksSpec.DEFAULT,
          SessionsSpec.DEFAULT,
          AnonymousSpec.DEFAULT);

  /** Absent sections take their defaults, which are the safe choice. */
  public CredentialsSpec {
    passwords = Defaults.orElse(passwords, PasswordsSpec.DEFAULT);
    personalAccessTokens = Defaults.orElse(personalAccessTokens, ProductTokensSpec.DEFAULT);
    productOAuth2 = Defaults.orElse(productOAuth2, ProductTokensSpec.DEFAULT);
    applicationLinks = Defaults.orElse(applicationLinks, ApplicationLinksSpec.DEFAULT);
    sessions = Defaults.orElse(sessions, SessionsSpec.DEFAULT);
    anonymous = Defaults.orElse(anonymous, AnonymousSpec.DEFAULT);
  }
}
