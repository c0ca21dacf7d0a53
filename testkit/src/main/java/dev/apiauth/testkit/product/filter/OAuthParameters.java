package dev.apiauth.testkit.product.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The protocol parameters of OAuth 1.0a (RFC 5849, section 3.5): from the header, the query or a
 * form body.
 */
record OAuthParameters(Map<String, String> values) {

  private static final String SCHEME = "OAuth ";
  private static final List<String> REQUIRED =
      List.of(
          "oauth_consumer_key",
          "oauth_token",
          "oauth_signature_method",
          "oauth_signature",
          "oauth_timestamp",
          "oauth_nonce");

  /** All of them, if the request has every one that makes it an OAuth request. */
  static Optional<OAuthParameters> of(HttpServletRequest request) {
    var found = new HashMap<>(header(request.getHeader("Authorization")));
    REQUIRED.forEach(
        name -> {
          var value = request.getParameter(name);
          if (value != null) {
            found.putIfAbsent(name, value);
          }
        });
    return found.keySet().containsAll(REQUIRED)
        ? Optional.of(new OAuthParameters(found))
        : Optional.empty();
  }

  String consumerKey() {
    return values.getOrDefault("oauth_consumer_key", "");
  }

  /** Two-legged: the token is there, and empty. */
  boolean isTwoLegged() {
    return values.getOrDefault("oauth_token", "").isEmpty();
  }

  private static Map<String, String> header(@Nullable String authorization) {
    var found = new HashMap<String, String>();
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return found;
    }
    for (String pair : authorization.substring(SCHEME.length()).split(",")) {
      var parts = pair.strip().split("=", 2);
      if (parts.length == 2) {
        found.put(parts[0], URLDecoder.decode(parts[1].replace("\"", ""), UTF_8));
      }
    }
    return found;
  }
}
