package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * How many pods of the workload there are, and how far they are.
 *
 * @param desired how many the workload wants
 * @param injected how many have the sidecar
 * @param stale how many have a sidecar of an older template or image, which their next restart
 *     brings up to date
 * @param programmed how many acknowledged the rendered policy
 * @param summary programmed and desired as people read them: {@code 3/3}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PodCounts(
    @Required @Min(0) int desired,
    @Required @Min(0) int injected,
    @Required @Min(0) int stale,
    @Required @Min(0) int programmed,
    @Required @Size(min = 3, max = 21) @Pattern("^[0-9]{1,10}/[0-9]{1,10}$") String summary) {}
