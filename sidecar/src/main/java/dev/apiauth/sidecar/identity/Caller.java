package dev.apiauth.sidecar.identity;

/** As whom the product is asked "who am I". */
public sealed interface Caller {

  /** With a personal access token. */
  record Token(String value) implements Caller {
    @Override
    public String toString() {
      return "Token";
    }
  }

  /** With session cookies, as a Cookie header field value. */
  record Cookies(String value) implements Caller {
    @Override
    public String toString() {
      return "Cookies";
    }
  }
}
