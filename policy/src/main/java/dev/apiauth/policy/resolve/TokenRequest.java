package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.token.ApiTokenHash;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an AtlassianApiToken asks of its policy, whether a value was made for it or not.
 *
 * @param name the name of the resource
 * @param spec its spec; has passed the schema
 * @param created when it was created: the longest life counts from here
 * @param end when the token ends
 */
public record TokenRequest(String name, AtlassianApiTokenSpec spec, Instant created, Instant end) {

  /** What is wrong where {@link #of} finds no end. */
  public static final Problem NO_SUCH_MOMENT =
      Problem.error(
          "spec.notAfter", "there is no such moment", "Write one like 2027-03-31T00:00:00Z");

  /** How the audit log and messages call what a resource issued: the kind, and its name. */
  private static final String KIND = "AtlassianApiToken ";

  /** Stands for the hash of a value that was not made; no value has it. */
  private static final ApiTokenHash NO_HASH = new ApiTokenHash("0".repeat(64));

  /** That of a resource; empty if its end is written as a moment that there is not. */
  public static Optional<TokenRequest> of(
      String name, AtlassianApiTokenSpec spec, Instant created) {
    return end(spec, created).map(end -> new TokenRequest(name, spec, created, end));
  }

  /** The moment that an RFC 3339 text names; empty if there is none. */
  public static Optional<Instant> moment(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException unheardOf) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> end(AtlassianApiTokenSpec spec, Instant created) {
    return spec.lifetime() == null
        ? moment(spec.notAfter())
        : Optional.of(created.plus(Durations.parse(spec.lifetime())));
  }

  /**
   * The token as its policy judges it. It stands for all values of the resource, and must not be
   * published.
   *
   * @param id the public part of the newest value, or what stands for it
   */
  public IssuedToken claim(String id) {
    return issued(id, NO_HASH, end);
  }

  /**
   * A value that was made.
   *
   * @param until when this value ends, not after the token
   */
  public IssuedToken issued(String id, ApiTokenHash hash, Instant until) {
    return new IssuedToken(
        id,
        hash,
        spec.username(),
        Optional.ofNullable(spec.groups()),
        created,
        Optional.empty(),
        until,
        new IssuedToken.Scope(spec.operations(), spec.methods(), spec.paths(), spec.cidrs()),
        KIND + name);
  }
}
