package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ATokenOnFileIsUsedForItsUserInItsTime {

  private final Vault vault =
      new Vault(
          new VaultDocument(
              List.of(
                  new VaultEntry("Alice", "t-alice", null, "pats"),
                  new VaultEntry("bob", "t-bob", "2027-03-31T00:00:00Z", "pats"),
                  VaultEntry.ambiguous("carol", "one, two"))));

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "Alice, 2026-01-01T00:00:00Z, pass",
    "alice, 9999-01-01T00:00:00Z, pass",
    "ALICE, 2026-01-01T00:00:00Z, pass",
    "bob, 2027-03-30T23:59:59.999Z, pass",
    "bob, 2027-03-31T00:00:00Z, vault_entry_expired",
    "bob, 2027-03-31T00:00:01Z, vault_entry_expired",
    "carol, 2026-01-01T00:00:00Z, vault_entry_ambiguous",
    "dave, 2026-01-01T00:00:00Z, vault_entry_missing",
    "al, 2026-01-01T00:00:00Z, vault_entry_missing"
  })
  void andElseNobodyIsActedAs(String username, Instant now, String expected) {
    assertThat(Told.of(vault.usable(username, now))).isEqualTo(expected);
  }

  @Test
  void theAuditLineNamesTheSecret() {
    var refused = (Outcome.Refused<?>) vault.usable("carol", Instant.EPOCH);

    assertThat(refused.refusal().finding()).isEqualTo("Secret one, two");
    assertThat(refused.refusal().sentence()).doesNotContain("one, two");
  }

  @Test
  void aUserTwiceIsNotForTheVaultToChoose() {
    var twice =
        new VaultDocument(
            List.of(
                new VaultEntry("alice", "t-1", null, "one"),
                new VaultEntry("Alice", "t-2", null, "two")));

    assertThatThrownBy(() -> new Vault(twice)).hasMessageNotContainingAny("t-1", "t-2");
  }
}
