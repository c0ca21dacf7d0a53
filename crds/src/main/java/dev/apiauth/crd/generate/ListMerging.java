package dev.apiauth.crd.generate;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;

/**
 * How the lists of the resources merge when several field managers apply it ({@code
 * x-kubernetes-list-type}). A new list must be added here: whether a left-over item may survive is
 * a decision, and the API server's default would make it in silence.
 */
enum ListMerging {
  /**
   * Replaced as a whole by whoever applies it. For lists whose order means something, and for lists
   * that grant: a group, network or audience that somebody once added by hand must not outlive the
   * next apply from Git, as it would in a set. An item that stands twice says no more than once.
   */
  ATOMIC,
  /** Objects without order, told apart by the fields of {@link #KEYS}: each key stands once. */
  MAP;

  private static final Map<String, ListMerging> LISTS =
      Map.ofEntries(
          Map.entry("spec.access.cidrs.allow", ATOMIC),
          Map.entry("spec.access.cidrs.deny", ATOMIC),
          Map.entry("spec.access.groups.allow", ATOMIC),
          Map.entry("spec.access.groups.deny", ATOMIC),
          Map.entry("spec.access.groups.readOnly", ATOMIC),
          Map.entry("spec.access.protectedPaths", ATOMIC),
          Map.entry("spec.access.publicPaths", ATOMIC),
          Map.entry("spec.access.publicPaths[].methods", ATOMIC),
          Map.entry("spec.cidrs", ATOMIC),
          Map.entry("spec.clientIP.xForwardedFor.trustedCIDRs", ATOMIC),
          Map.entry("spec.credentials.applicationLinks.consumers", ATOMIC),
          Map.entry("spec.credentials.passwords.exceptions", ATOMIC), // each is a grant
          Map.entry("spec.credentials.passwords.exceptions[].cidrs", ATOMIC),
          Map.entry("spec.credentials.passwords.exceptions[].paths", ATOMIC),
          Map.entry("spec.credentials.passwords.exceptions[].usernames", ATOMIC),
          Map.entry("spec.groups", ATOMIC),
          Map.entry("spec.identity.deniedUsernames", ATOMIC),
          Map.entry("spec.methods", ATOMIC),
          Map.entry("spec.operations", ATOMIC),
          Map.entry("spec.paths", ATOMIC),
          Map.entry("spec.providers", ATOMIC), // unique names by a CEL rule on the list
          Map.entry("spec.providers[].applications", MAP),
          Map.entry("spec.providers[].audiences", ATOMIC),
          Map.entry("spec.providers[].check.refusedStatuses", ATOMIC),
          Map.entry("spec.providers[].check.valid", MAP),
          Map.entry("spec.providers[].check.valid[].anyOf", ATOMIC),
          Map.entry("spec.providers[].requiredClaims", MAP),
          Map.entry("spec.providers[].requiredClaims[].anyOf", ATOMIC),
          Map.entry("spec.providers[].scopes.allOf", ATOMIC),
          Map.entry("spec.providers[].tokens.algorithms", ATOMIC),
          Map.entry("spec.providers[].tokens.prefixes", ATOMIC),
          Map.entry("spec.providers[].username.transform", ATOMIC), // one change after the other
          Map.entry("spec.providers[].username.transform[].domains", ATOMIC),
          Map.entry("spec.providers[].username.transform[].entries", MAP),
          Map.entry("status.conditions", MAP),
          Map.entry("status.providers", MAP));

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "spec.providers[].applications", List.of("clientId"),
          "spec.providers[].check.valid", List.of("claim"),
          "spec.providers[].requiredClaims", List.of("claim"),
          "spec.providers[].username.transform[].entries", List.of("from"),
          "status.conditions", List.of("type"),
          "status.providers", List.of("name"));

  /** Writes the list type into the schema of a list; every other place is left alone. */
  static void applyTo(SchemaNode node) {
    if (node.rawType() != List.class) return;
    ListMerging merging = LISTS.get(node.path());
    if (merging == null) {
      throw new IllegalStateException("say in ListMerging how %s merges".formatted(node.path()));
    }
    merging.writeInto(node.schema(), node.path());
  }

  private void writeInto(JSONSchemaProps schema, String path) {
    switch (this) {
      case ATOMIC -> schema.setXKubernetesListType("atomic");
      case MAP -> {
        schema.setXKubernetesListType("map");
        schema.setXKubernetesListMapKeys(KEYS.get(path));
      }
    }
  }
}
