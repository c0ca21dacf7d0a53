package dev.apiauth.policy.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in memory, sorted by name. */
record HeldSecrets(List<SecretContent> secrets) implements SecretLookup {

  HeldSecrets {
    secrets = secrets.stream().sorted(Comparator.comparing(SecretContent::name)).toList();
  }

  @Override
  public List<SecretContent> labelled(Map<String, String> labels) {
    return secrets.stream()
        .filter(secret -> secret.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  @Override
  public Optional<SecretContent> named(String name) {
    return secrets.stream().filter(secret -> secret.name().equals(name)).findFirst();
  }
}
