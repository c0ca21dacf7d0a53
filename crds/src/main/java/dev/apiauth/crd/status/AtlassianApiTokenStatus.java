package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator knows of the token. The value is not among it, and cannot be had from it.
 *
 * @param observedGeneration the generation of the spec that this is about
 * @param conditions Ready: whether the token is accepted
 * @param tokenId the public part of the value, by which audit log and metrics name the token;
 *     absent while there is no value
 * @param hash the SHA-256 of the value, in hexadecimal; what sidecars compare with
 * @param issuedAt when the value was made, RFC 3339
 * @param trigger the {@code rotation.trigger} that the value was made for; absent for none
 * @param secretName the Secret that the value was written to
 * @param expiresAt when the token ends, RFC 3339
 * @param previous the value before the last rotation, while it is valid
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AtlassianApiTokenStatus(
    @Nullable @Min(0) Long observedGeneration,
    @Size(max = 16) List<StatusCondition> conditions,
    @Nullable @Size(min = 12, max = 12) @Pattern("^[0-9A-Za-z]+$") String tokenId,
    @Nullable @Size(min = 64, max = 64) @Pattern("^[0-9a-f]+$") String hash,
    @Nullable @Size(min = 20, max = 40) String issuedAt,
    @Nullable @Size(min = 1, max = 63) String trigger,
    @Nullable @Size(min = 1, max = 253) String secretName,
    @Nullable @Size(min = 20, max = 40) String expiresAt,
    @Nullable PreviousToken previous) {

  /** Nothing is known yet. */
  public static final AtlassianApiTokenStatus NONE =
      new AtlassianApiTokenStatus(null, List.of(), null, null, null, null, null, null, null);

  /** Absent lists are empty. */
  public AtlassianApiTokenStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
