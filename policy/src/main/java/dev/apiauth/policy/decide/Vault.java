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

  private final Map<String, VaultEntry> entries;

  /** Of the published entries. */
  public Vault(VaultDocument document) {
    this.entries =
        document.entries().stream()
            .collect(Collectors.toUnmodifiableMap(entry -> key(entry.username()), entry -> entry));
  }

  /**
   * The token of a user that can be used now.
   *
   * <p>Refuses with {@link Reason#VAULT_ENTRY_MISSING}, {@link Reason#VAULT_ENTRY_AMBIGUOUS} or
   * {@link Reason#VAULT_ENTRY_EXPIRED}.
   */
  public Outcome<VaultEntry> usable(String username, Instant now) {
    VaultEntry entry = entries.get(key(username));
    if (entry == null) return Outcome.refuse(Reason.VAULT_ENTRY_MISSING);
    if (entry.isAmbiguous()) return refuse(Reason.VAULT_ENTRY_AMBIGUOUS, entry);
    String expires = entry.expires();
    boolean expired = expires != null && !now.isBefore(Instant.parse(expires));
    return expired ? refuse(Reason.VAULT_ENTRY_EXPIRED, entry) : Outcome.pass(entry);
  }

  private static Outcome<VaultEntry> refuse(Reason reason, VaultEntry entry) {
    return Refusal.of(reason).finding("Secret " + entry.secret()).asOutcome();
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
