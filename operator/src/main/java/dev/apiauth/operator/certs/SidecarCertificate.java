package dev.apiauth.operator.certs;

/**
 * What a sidecar needs for the operator's channel, in PEM form.
 *
 * @param certificate {@code tls.crt}: what it shows
 * @param key {@code tls.key}: its private key as PKCS #8; secret
 * @param authorities {@code ca.crt}: who may have signed the operator's certificate, several while
 *     one authority takes over from another
 */
public record SidecarCertificate(String certificate, String key, String authorities) {

  @Override
  public String toString() {
    return "SidecarCertificate[]";
  }
}
