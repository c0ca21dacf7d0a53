package dev.apiauth.policy.token;

/**
 * How an API token of this service is written: {@code apiauth_}, a public id, a secret and a
 * checksum, so that secret scanners can tell one from an accident.
 */
public final class ApiTokenText {

  /** How every one of them begins. */
  public static final String PREFIX = "apiauth_";

  private ApiTokenText() {}

  /**
   * Whether a text claims to be one. What claims to be one goes to no other verifier, whatever is
   * wrong with it.
   */
  public static boolean claims(String text) {
    return text.startsWith(PREFIX);
  }
}
