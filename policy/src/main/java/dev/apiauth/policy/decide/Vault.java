package dev.apiauth.policy.decide;

import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The personal access tokens on file, by the user whose they are. Names are compared without case,
 * as the products do.
 */
public final class Vault {

  /** An entry and when it ends. */
  private record Dated(VaultEntry entry, Instant end) {

    static Dated of(VaultEntry entry) {
      String expires = entry.expires();
      return new Dated(entry, expires == null ? Instant.MAX : Instant.parse(expires));
    }
  }

  private final Map<String, Dated> entries;

  /**
   * Of the published entries.
   *
   * @throws RuntimeException if a user stands twice in them, or an end is no time: the resolver
   *     publishes neither
   */
  public Vault(VaultDocument document) {
    this.entries =
        document.entries().stream()
            .map(Dated::of)
            .collect(Collectors.toUnmodifiableMap(dated -> key(dated.entry()), dated -> dated));
  }

  /**
   * The token of a user that can be used now.
   *
   * <p>Refuses with {@link Reason#VAULT_ENTRY_MISSING}, {@link Reason#VAULT_ENTRY_AMBIGUOUS} or
   * {@link Reason#VAULT_ENTRY_EXPIRED}.
   */
  public Outcome<VaultEntry> usable(String username, Instant now) {
    Dated dated = entries.get(key(username));
    if (dated == null) return Outcome.refuse(Reason.VAULT_ENTRY_MISSING);
    VaultEntry entry = dated.entry();
    if (entry.isAmbiguous()) return refuse(Reason.VAULT_ENTRY_AMBIGUOUS, entry);
    return now.isBefore(dated.end())
        ? Outcome.pass(entry)
        : refuse(Reason.VAULT_ENTRY_EXPIRED, entry);
  }

  private static Outcome<VaultEntry> refuse(Reason reason, VaultEntry entry) {
    return Refusal.of(reason).finding("Secret " + entry.secret()).asOutcome();
  }

  private static String key(VaultEntry entry) {
    return key(entry.username());
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
