package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A value that a rotation has replaced, and that is still valid.
 *
 * @param tokenId its public part
 * @param hash its SHA-256, in hexadecimal
 * @param validUntil when it ends, RFC 3339
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreviousToken(
    @Required @Size(min = 12, max = 12) @Pattern("^[0-9A-Za-z]+$") String tokenId,
    @Required @Size(min = 64, max = 64) @Pattern("^[0-9a-f]+$") String hash,
    @Required @Size(min = 20, max = 40) String validUntil) {}
