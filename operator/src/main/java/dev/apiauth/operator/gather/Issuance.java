package dev.apiauth.operator.gather;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.PreviousToken;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.token.ApiTokenHash;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token resource hands to its policy.
 *
 * @param metadata the resource's
 * @param spec its spec, which was checked
 * @param end when the token ends
 * @param status what was issued for it
 */
public record Issuance(
    ObjectMeta metadata, AtlassianApiTokenSpec spec, Instant end, AtlassianApiTokenStatus status) {

  /** How the audit log and messages call what a resource issued: the kind, and its name. */
  private static final String KIND = "AtlassianApiToken ";

  /** Stands for the hash of a value that was not made yet; no value has it. */
  private static final ApiTokenHash NO_HASH = new ApiTokenHash("0".repeat(64));

  /** That of a resource; empty if its end is written as a moment that there is not. */
  public static Optional<Issuance> of(UncheckedApiToken token, AtlassianApiTokenSpec spec) {
    return end(spec, created(token.getMetadata()))
        .map(
            end -> new Issuance(token.getMetadata(), spec, end, UncheckedApiToken.statusOf(token)));
  }

  /** When a resource was created. */
  public static Instant created(ObjectMeta metadata) {
    return Instant.parse(metadata.getCreationTimestamp());
  }

  /** The moment that a text of the spec or of the status names; empty if there is none. */
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
   * The token as its policy judges it: what was issued, or what would be. It stands for all values
   * of the resource, and must not be published.
   */
  public IssuedToken claim() {
    return issued(Optional.ofNullable(status.tokenId()).orElseGet(this::placeholder), NO_HASH, end);
  }

  /** Every value that may be accepted: the newest, and the one before it while both are valid. */
  public List<IssuedToken> values() {
    if (metadata.getDeletionTimestamp() != null) return List.of();
    return Stream.of(newest(), former()).flatMap(Optional::stream).toList();
  }

  private Optional<IssuedToken> newest() {
    return value(status.tokenId(), status.hash(), end);
  }

  private Optional<IssuedToken> former() {
    PreviousToken previous = status.previous();
    if (previous == null) return Optional.empty();
    return moment(previous.validUntil())
        .map(until -> until.isBefore(end) ? until : end)
        .flatMap(until -> value(previous.tokenId(), previous.hash(), until));
  }

  private Optional<IssuedToken> value(@Nullable String id, @Nullable String hash, Instant until) {
    if (id == null || hash == null) return Optional.empty();
    return ApiTokenHash.parse(hash).map(parsed -> issued(id, parsed, until));
  }

  private IssuedToken issued(String id, ApiTokenHash hash, Instant until) {
    return new IssuedToken(
        id,
        hash,
        spec.username(),
        Optional.ofNullable(spec.groups()),
        created(metadata),
        Optional.empty(),
        until,
        new IssuedToken.Scope(spec.operations(), spec.methods(), spec.paths(), spec.cidrs()),
        KIND + metadata.getName());
  }

  /** The digits of a UID are as good as those of an id. */
  private String placeholder() {
    return metadata.getUid().replace("-", "").substring(0, ApiTokenText.ID_LENGTH);
  }
}
