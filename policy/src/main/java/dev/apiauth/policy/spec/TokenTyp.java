package dev.apiauth.policy.spec;

/** Which JOSE header {@code typ} an access token has (RFC 9068, section 2.1). */
public enum TokenTyp {
  /** {@code at+jwt} or {@code application/at+jwt}; every other token is refused. */
  AtJwt,
  /** Any or none; ID tokens are told by their claims instead. */
  Any
}
