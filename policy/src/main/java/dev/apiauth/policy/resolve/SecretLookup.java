package dev.apiauth.policy.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Secrets that a resource may refer to: those of its own namespace, and no others. */
public interface SecretLookup {

  /** No Secrets at all. */
  SecretLookup NONE = of(List.of());

  /** These Secrets, each with a name of its own. */
  static SecretLookup of(List<SecretContent> secrets) {
    return new HeldSecrets(secrets);
  }

  /** The Secrets that carry every one of these labels, sorted by name. */
  List<SecretContent> labelled(Map<String, String> labels);

  /** The Secret of that name; empty if there is none. */
  Optional<SecretContent> named(String name);
}
