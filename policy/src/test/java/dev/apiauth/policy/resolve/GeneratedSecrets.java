package dev.apiauth.policy.resolve;

import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.util.Map;

/**
 * Keys and certificates that golden resources name and nobody commits; the same for a whole run.
 */
final class GeneratedSecrets {

  private static final TestCertificateAuthority AUTHORITY =
      TestCertificateAuthority.named("golden resources");
  private static final IssuedCertificate ONE = AUTHORITY.client("one");
  private static final IssuedCertificate OTHER = AUTHORITY.client("other");

  private static final Map<String, String> BY_NAME =
      Map.of(
          "GENERATED-KEY", ONE.keyPem(),
          "GENERATED-CERTIFICATE", ONE.certificatePem() + ONE.keyPem(),
          "GENERATED-MIXED-UP", ONE.certificatePem() + OTHER.keyPem());

  private GeneratedSecrets() {}

  /** The text that a value stands for; most stand for themselves. */
  static String text(String value) {
    return BY_NAME.getOrDefault(value, value);
  }
}
