package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

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
public record PodCounts(int desired, int injected, int stale, int programmed, String summary) {}
