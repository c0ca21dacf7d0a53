package dev.apiauth.operator.gather;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.PreviousToken;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.TokenRequest;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import dev.apiauth.policy.token.ApiTokenHash;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
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

  /** That of a resource; empty if its end is written as a moment that there is not. */
  public static Optional<Issuance> of(UncheckedApiToken token, AtlassianApiTokenSpec spec) {
    ObjectMeta metadata = token.getMetadata();
    return TokenRequest.of(metadata.getName(), spec, created(metadata))
        .map(
            request ->
                new Issuance(metadata, spec, request.end(), UncheckedApiToken.statusOf(token)));
  }

  /** When a resource was created. */
  public static Instant created(ObjectMeta metadata) {
    return Instant.parse(metadata.getCreationTimestamp());
  }

  /**
   * The token as its policy judges it: what was issued, or what would be. It stands for all values
   * of the resource, and must not be published.
   */
  public IssuedToken claim() {
    return request().claim(Optional.ofNullable(status.tokenId()).orElseGet(this::placeholder));
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
    return TokenRequest.moment(previous.validUntil())
        .map(until -> until.isBefore(end) ? until : end)
        .flatMap(until -> value(previous.tokenId(), previous.hash(), until));
  }

  private Optional<IssuedToken> value(@Nullable String id, @Nullable String hash, Instant until) {
    if (id == null || hash == null) return Optional.empty();
    return ApiTokenHash.parse(hash).map(parsed -> request().issued(id, parsed, until));
  }

  private TokenRequest request() {
    return new TokenRequest(metadata.getName(), spec, created(metadata), end);
  }

  /** The digits of a UID are as good as those of an id. */
  private String placeholder() {
    return metadata.getUid().replace("-", "").substring(0, ApiTokenText.ID_LENGTH);
  }
}
