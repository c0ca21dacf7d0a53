package dev.apiauth.testkit.product.account;

/**
 * A cookie that stands for a signed-in person: that of a session or of a remember-me.
 *
 * @param name such as {@code JSESSIONID} or {@code seraph.rememberme.cookie}
 */
public record SessionCookie(String name, String value) {

  /** As the value of a {@code Cookie} request header. */
  public String header() {
    return name + "=" + value;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SessionCookie[" + name + "]";
  }
}
