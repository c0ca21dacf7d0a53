package dev.apiauth.policy.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The personal access tokens on file. Secret: never logged, never in a status.
 *
 * @param entries the entries, sorted by user name
 */
public record VaultDocument(List<VaultEntry> entries) {

  /** No tokens at all. */
  public static final VaultDocument EMPTY = new VaultDocument(List.of());

  /** The list is copied. */
  public VaultDocument {
    entries = List.copyOf(entries);
  }

  /**
   * One token on file.
   *
   * @param username whose it is; compared without case
   * @param token the token; empty where several entries for the user make all of them unusable
   * @param expires when it ends, in RFC 3339 form; absent where nobody said
   * @param secret the Secret that it comes from
   */
  public record VaultEntry(String username, String token, @Nullable String expires, String secret) {

    /** Stands for entries that cannot be used because there are several of them for one user. */
    public static VaultEntry ambiguous(String username, String secrets) {
      return new VaultEntry(username, "", null, secrets);
    }

    /** Whether several entries for this user make all of them unusable. */
    @JsonIgnore
    public boolean isAmbiguous() {
      return token.isEmpty();
    }

    @Override
    public String toString() {
      return "VaultEntry[username=%s, secret=%s]".formatted(username, secret);
    }
  }
}
