package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.Operation;
import dev.apiauth.policy.token.ApiTokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API token as its issuer wrote it down: everything but the token. Whether it is accepted is
 * decided by the policy that it is for.
 *
 * @param id the public part of the token, {@link dev.apiauth.policy.token.ApiTokenText#isId}
 * @param hash what is kept of the token
 * @param username whom its bearer acts as
 * @param groups which groups its issuer wrote into it; empty where nothing is told, which is not
 *     the same as none
 * @param created when it was issued: the longest life counts from here, and of too many the newest
 *     ones are refused
 * @param notBefore from when on it is valid; empty for from the start
 * @param notAfter when it ends
 * @param scope what it may be used for
 * @param source where it comes from, for messages and the audit log: {@code AtlassianApiToken ci}
 *     or {@code Secret ci}
 */
public record IssuedToken(
    String id,
    ApiTokenHash hash,
    String username,
    Optional<List<String>> groups,
    Instant created,
    Optional<Instant> notBefore,
    Instant notAfter,
    Scope scope,
    String source) {

  /** Lists are copied. */
  public IssuedToken {
    groups = groups.map(List::copyOf);
  }

  /**
   * What a token may be used for; every list narrows, an empty one does not.
   *
   * @param operations what may be done; {@code [Read]} makes it read-only
   * @param methods with which HTTP methods
   * @param paths on which paths below the context path: plain paths with everything below them, or
   *     patterns with {@code *} for a segment and {@code **} at the end
   * @param cidrs from which networks
   */
  public record Scope(
      List<Operation> operations, List<String> methods, List<String> paths, List<String> cidrs) {

    /** No limits. */
    public static final Scope ALL = new Scope(List.of(), List.of(), List.of(), List.of());

    /** Lists are copied. */
    public Scope {
      operations = List.copyOf(operations);
      methods = List.copyOf(methods);
      paths = List.copyOf(paths);
      cidrs = List.copyOf(cidrs);
    }
  }
}
