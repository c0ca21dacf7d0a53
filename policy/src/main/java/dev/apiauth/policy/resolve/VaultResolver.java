package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.spec.IdentitySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the personal access tokens on file. An entry that cannot be used never stops the others:
 * it is named, and whoever depends on it is refused.
 */
final class VaultResolver {

  private static final String FIELD = "spec.identity.personalAccessTokens.secretSelector";

  /** Far above any company's number of callers; what a Secret can hold ends before it. */
  private static final int MOST_ENTRIES = 20_000;

  VaultDocument resolve(@Nullable IdentitySpec identity, SecretLookup secrets, Findings findings) {
    if (identity == null || identity.personalAccessTokens() == null) return VaultDocument.EMPTY;
    Map<String, String> labels = identity.personalAccessTokens().secretSelector().matchLabels();
    List<SecretContent> found = secrets.labelled(labels);
    if (found.isEmpty()) {
      findings.warning(
          FIELD,
          "no Secret has the labels " + new TreeMap<>(labels),
          "Nobody can be acted as until one with username and token does");
    }
    var entries = new TreeMap<String, List<VaultEntry>>();
    for (SecretContent secret : found) {
      for (VaultEntry entry : VaultSecret.entries(secret, findings)) {
        entries.computeIfAbsent(key(entry), user -> new ArrayList<>()).add(entry);
      }
    }
    return bounded(entries, findings);
  }

  private static VaultDocument bounded(
      SortedMap<String, List<VaultEntry>> entries, Findings findings) {
    if (entries.size() > MOST_ENTRIES) {
      findings.warning(
          FIELD,
          "%d users have a token on file, the limit is %d".formatted(entries.size(), MOST_ENTRIES),
          "None is used. Use several resources");
      return VaultDocument.EMPTY;
    }
    return new VaultDocument(
        entries.values().stream().map(same -> unambiguous(same, findings)).toList());
  }

  private static VaultEntry unambiguous(List<VaultEntry> same, Findings findings) {
    VaultEntry first = same.getFirst();
    if (same.size() == 1) return first;
    String secrets =
        same.stream().map(VaultEntry::secret).distinct().sorted().collect(Collectors.joining(", "));
    findings.warning(
        FIELD,
        "the user %s has %d tokens on file, in Secret %s"
            .formatted(first.username(), same.size(), secrets),
        "None of them is used. Remove all but one");
    return VaultEntry.ambiguous(first.username(), secrets);
  }

  private static String key(VaultEntry entry) {
    return entry.username().toLowerCase(Locale.ROOT);
  }
}
