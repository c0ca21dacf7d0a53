package dev.apiauth.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User name and password in a header (RFC 7617). */
final class BasicCredentials {

  private BasicCredentials() {}

  static String of(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
