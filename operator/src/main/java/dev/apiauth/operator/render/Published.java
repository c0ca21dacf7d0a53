package dev.apiauth.operator.render;

import dev.apiauth.operator.certs.SidecarCertificate;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicyManifest;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is published already, read back from the rendered Secret.
 *
 * @param spec the resource that was last accepted, as YAML
 * @param hash the policy that is there; its files may be damaged all the same
 * @param channel the certificates of the operator channel
 */
public record Published(
    Optional<String> spec, Optional<PolicyHash> hash, Optional<SidecarCertificate> channel) {

  /** Nothing was ever published. */
  public static final Published NOTHING =
      new Published(Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads what it can; what somebody removed or damaged is absent. */
  public static Published read(Secret secret) {
    return new Published(
        text(secret, PolicySecret.SPEC),
        bytes(secret, PolicyManifest.FILE).map(PolicyHash::of),
        channel(secret));
  }

  private static Optional<SidecarCertificate> channel(Secret secret) {
    Optional<String> certificate = text(secret, PolicySecret.CERTIFICATE);
    Optional<String> key = text(secret, PolicySecret.KEY);
    Optional<String> authorities = text(secret, PolicySecret.AUTHORITIES);
    if (certificate.isEmpty() || key.isEmpty() || authorities.isEmpty()) return Optional.empty();
    return Optional.of(new SidecarCertificate(certificate.get(), key.get(), authorities.get()));
  }

  private static Optional<String> text(Secret secret, String key) {
    return bytes(secret, key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> bytes(Secret secret, String key) {
    return Optional.ofNullable(
            Objects.requireNonNullElse(secret.getData(), Map.<String, String>of()).get(key))
        .map(Base64.getDecoder()::decode);
  }
}
