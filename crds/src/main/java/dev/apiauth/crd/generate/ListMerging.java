package dev.apiauth.crd.generate;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;

/**
 * How the lists of the resource merge when several field managers apply it ({@code
 * x-kubernetes-list-type}). A new list must be added here: there is no default, since the API
 * server's own (atomic) also lets an item stand twice.
 */
enum ListMerging {
  /** Strings without order: each stands once. */
  SET,
  /** Objects without order, told apart by the fields of {@link #KEYS}: each key stands once. */
  MAP,
  /** The order means something, so the list is replaced as a whole. */
  ATOMIC;

  private static final Map<String, ListMerging> LISTS =
      Map.ofEntries(
          Map.entry("spec.access.cidrs.allow", SET),
          Map.entry("spec.access.groups.allow", SET),
          Map.entry("spec.clientIP.xForwardedFor.trustedCIDRs", SET),
          Map.entry("spec.credentials.applicationLinks.consumers", SET),
          Map.entry("spec.identity.deniedUsernames", SET),
          Map.entry("spec.providers", ATOMIC), // unique names by a CEL rule on the list
          Map.entry("spec.providers[].applications", MAP),
          Map.entry("spec.providers[].audiences", SET),
          Map.entry("spec.providers[].requiredClaims", MAP),
          Map.entry("spec.providers[].requiredClaims[].anyOf", SET),
          Map.entry("spec.providers[].scopes.allOf", SET),
          Map.entry("spec.providers[].tokens.algorithms", SET),
          Map.entry("spec.providers[].username.transform", ATOMIC), // one change after the other
          Map.entry("spec.providers[].username.transform[].domains", SET),
          Map.entry("spec.providers[].username.transform[].entries", MAP));

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "spec.providers[].applications", List.of("clientId"),
          "spec.providers[].requiredClaims", List.of("claim"),
          "spec.providers[].username.transform[].entries", List.of("from"));

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
      case SET -> schema.setXKubernetesListType("set");
      case ATOMIC -> schema.setXKubernetesListType("atomic");
      case MAP -> {
        schema.setXKubernetesListType("map");
        schema.setXKubernetesListMapKeys(KEYS.get(path));
      }
    }
  }
}
