package dev.apiauth.operator.certs;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the authorities lie in their Secret. */
final class AuthoritySecret {

  static final String CERTIFICATE = "tls.crt";
  static final String KEY = "tls.key";
  static final String PREVIOUS_CERTIFICATE = "previous.crt";
  static final String PREVIOUS_KEY = "previous.key";

  private AuthoritySecret() {}

  static Secret write(String namespace, String name, Authorities authorities) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withType("Opaque")
        .withData(data(authorities))
        .build();
  }

  /** The entries of the Secret; those of the previous authority only if there is one. */
  static Map<String, String> data(Authorities authorities) {
    var data = new HashMap<String, String>();
    data.put(CERTIFICATE, base64(Pem.write(authorities.current().certificate())));
    data.put(KEY, base64(Pem.write(authorities.current().key())));
    authorities
        .previous()
        .ifPresent(
            previous -> {
              data.put(PREVIOUS_CERTIFICATE, base64(Pem.write(previous.certificate())));
              data.put(PREVIOUS_KEY, base64(Pem.write(previous.key())));
            });
    return data;
  }

  /**
   * Reads the authorities. A previous authority that cannot be read is none.
   *
   * @throws GeneralSecurityException if the current one cannot be read; the message holds no secret
   */
  static Authorities read(Secret secret) throws GeneralSecurityException {
    var data = secret.getData() == null ? Map.<String, String>of() : secret.getData();
    return new Authorities(authority(data, CERTIFICATE, KEY), previous(data));
  }

  private static Optional<CertificateAuthority> previous(Map<String, String> data) {
    try {
      return Optional.of(authority(data, PREVIOUS_CERTIFICATE, PREVIOUS_KEY));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static CertificateAuthority authority(
      Map<String, String> data, String certificate, String key) throws GeneralSecurityException {
    var issued = IssuedCertificate.read(text(data, certificate), text(data, key));
    if (issued.certificate().getBasicConstraints() < 0) {
      throw new GeneralSecurityException(certificate + " is no authority");
    }
    return new CertificateAuthority(issued.certificate(), issued.key());
  }

  private static String text(Map<String, String> data, String key) throws GeneralSecurityException {
    var value = data.get(key);
    if (value == null) throw new GeneralSecurityException(key + " is missing");
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(key + " is not Base64");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
