package dev.apiauth.testkit.idp.standin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of a token with the app's secret as key (developers.facebook.com: "Securing Graph API
 * Requests").
 *
 * @param hex in lower case
 */
record AppSecretProof(String hex) {

  static AppSecretProof of(ClientSecret app, String token) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(app.secret().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] digest = mac.doFinal(token.getBytes(StandardCharsets.US_ASCII));
      return new AppSecretProof(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC", e);
    }
  }

  /** What Facebook says against what was presented; empty if nothing. */
  Optional<String> complaint(Optional<String> presented, FacebookStandIn.ProofPolicy policy) {
    if (presented.isEmpty()) {
      return policy == FacebookStandIn.ProofPolicy.REQUIRED
          ? Optional.of("API calls from the server require an appsecret_proof argument")
          : Optional.empty();
    }
    return presented.get().equals(hex)
        ? Optional.empty()
        : Optional.of("Invalid appsecret_proof provided in the API argument");
  }
}
