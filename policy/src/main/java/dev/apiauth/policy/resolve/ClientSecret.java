package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.ClientSpec;
import dev.apiauth.policy.spec.SecretKeyRef;
import java.util.Optional;

/** Reads the secret of a provider's client, and says what is wrong with it without showing it. */
final class ClientSecret {

  private final SecretLookup secrets;
  private final Findings findings;

  ClientSecret(SecretLookup secrets, Findings findings) {
    this.secrets = secrets;
    this.findings = findings;
  }

  /** The secret; empty where it is missing or unfit, which is a finding. */
  Optional<String> read(ClientSpec client, String provider, String field) {
    SecretKeyRef ref = client.secretRef();
    Optional<SecretContent> secret = secrets.named(ref.name());
    if (secret.isEmpty()) {
      return unusable(
          ref, provider, "%s refers to it, and there is no such Secret".formatted(field));
    }
    Optional<String> value = secret.get().text(ref.key()).filter(text -> !text.isEmpty());
    if (value.isEmpty()) {
      return unusable(
          ref, provider, "%s refers to its key %s, which it has not".formatted(field, ref.key()));
    }
    Optional<String> complaint = complaint(client, value.get());
    return complaint.isEmpty()
        ? value
        : unusable(ref, provider, "its key %s %s".formatted(ref.key(), complaint.get()));
  }

  private static Optional<String> complaint(ClientSpec client, String value) {
    return switch (client.authentication()) {
      case ClientSecretBasic, ClientSecretPost ->
          value.chars().allMatch(c -> c >= ' ' && c != 0x7f)
              ? Optional.empty()
              : Optional.of("has characters that no client secret has");
      case PrivateKeyJwt -> PrivateKeyPem.complaint(value);
      case MutualTls -> CertificatePem.complaint(value);
    };
  }

  private Optional<String> unusable(SecretKeyRef ref, String provider, String why) {
    findings.warning(
        "Secret " + ref.name(),
        why,
        "Until it is mended, provider %s cannot be asked, and its tokens are answered 503"
            .formatted(provider));
    return Optional.empty();
  }
}
