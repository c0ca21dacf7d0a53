package dev.apiauth.cli.lint;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The policies of the files that were given, for the tokens that name them. */
final class GivenPolicies {

  /** Empty for one that would be refused. */
  private final Map<String, Optional<AtlassianApiAuthSpec>> specs = new HashMap<>();

  void add(Manifest manifest, ReadResource read) {
    specs.put(
        key(manifest.namespace(), manifest.name()),
        read instanceof ReadResource.Usable usable
            ? Optional.of(usable.resource().spec())
            : Optional.empty());
  }

  /** Whether a file has it, whatever is wrong with it. */
  boolean has(String namespace, String name) {
    return specs.containsKey(key(namespace, name));
  }

  /** The policy, if it would be accepted. */
  Optional<AtlassianApiAuthSpec> accepted(String namespace, String name) {
    return specs.getOrDefault(key(namespace, name), Optional.empty());
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }
}
