package dev.apiauth.policy.resolve;

import java.util.List;
import java.util.Map;

/** The Secrets that a resource may refer to: those of its own namespace, and no others. */
public interface SecretLookup {

  /** No Secrets at all. */
  SecretLookup NONE = labels -> List.of();

  /** The Secrets that carry every one of these labels, sorted by name. */
  List<SecretContent> labelled(Map<String, String> labels);
}
