package dev.apiauth.policy.spec;

/** How this service proves itself to a provider (OpenID Connect Core 1.0, section 9; RFC 8705). */
public enum ClientAuthentication {
  /** Client id and secret as HTTP Basic. */
  ClientSecretBasic,
  /** Client id and secret in the form. */
  ClientSecretPost,
  /** A JWT signed with a private key, PKCS#8 in PEM. */
  PrivateKeyJwt,
  /** A TLS client certificate: certificate chain and private key, PKCS#8, in one PEM. */
  MutualTls;

  /** Whether the proof stands in a form, and so in a request with a body and in no other. */
  public boolean isInForm() {
    return switch (this) {
      case ClientSecretPost, PrivateKeyJwt -> true;
      case ClientSecretBasic, MutualTls -> false;
    };
  }
}
