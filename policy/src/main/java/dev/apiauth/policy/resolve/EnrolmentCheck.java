package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.EnrolmentSpec;
import dev.apiauth.policy.spec.IdentitySpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a schema cannot see of enrolment: whether its address can stand in a header field.
 */
final class EnrolmentCheck {

  private EnrolmentCheck() {}

  static void check(@Nullable IdentitySpec identity, Findings findings) {
    if (identity == null || identity.personalAccessTokens() == null) return;
    EnrolmentSpec enrolment = identity.personalAccessTokens().enrolment();
    if (enrolment == null || enrolment.url() == null || isUrl(enrolment.url())) return;
    findings.error(
        "spec.identity.personalAccessTokens.enrolment.url",
        "it is no address",
        "Write it as a browser's address line shows it, such as https://wiki.example.com/tokens");
  }

  private static boolean isUrl(String text) {
    try {
      URI url = URI.create(text);
      return url.getHost() != null && url.toASCIIString().equals(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
