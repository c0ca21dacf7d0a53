package dev.apiauth.policy.document;

import dev.apiauth.policy.spec.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The API tokens that are accepted, as hashes. A hash is no secret: tokens have far more entropy
 * than can be tried (K1).
 *
 * @param tokens the tokens, sorted by id
 */
public record ApiTokensDocument(List<ApiTokenDocument> tokens) {

  /** No tokens at all. */
  public static final ApiTokensDocument EMPTY = new ApiTokensDocument(List.of());

  /** The list is copied. */
  public ApiTokensDocument {
    tokens = List.copyOf(tokens);
  }

  /**
   * One token.
   *
   * @param id the public part of the token, by which it is found
   * @param hash the SHA-256 of the whole token, in hexadecimal
   * @param username whom its bearer acts as
   * @param groups which groups its issuer wrote into it; absent where none were
   * @param notBefore from when on it is valid, in RFC 3339 form; absent where it is from the start
   * @param notAfter when it ends, in RFC 3339 form
   * @param operations what it may be used for; empty for everything
   * @param methods for which methods; empty for all
   * @param paths on which paths below the context path: each path and all below it, or a pattern
   *     with * and **; empty for all
   * @param cidrs from which networks; empty for everywhere
   * @param source where it comes from, for the audit log: {@code AtlassianApiToken ci} or {@code
   *     Secret ci}
   */
  public record ApiTokenDocument(
      String id,
      String hash,
      String username,
      @Nullable List<String> groups,
      @Nullable String notBefore,
      String notAfter,
      List<Operation> operations,
      List<String> methods,
      List<String> paths,
      List<String> cidrs,
      String source) {

    /** Lists are copied. A token that lacks a member is none. */
    public ApiTokenDocument {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(hash, "hash");
      Objects.requireNonNull(username, "username");
      Objects.requireNonNull(notAfter, "notAfter");
      Objects.requireNonNull(source, "source");
      groups = groups == null ? null : List.copyOf(groups);
      operations = List.copyOf(operations);
      methods = List.copyOf(methods);
      paths = List.copyOf(paths);
      cidrs = List.copyOf(cidrs);
    }
  }
}
